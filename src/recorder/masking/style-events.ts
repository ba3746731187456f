/** Style sheets as events: rules put in by script, sheets adopted, declarations changed. */
import { BLOCK, GONE } from './element-states';
import type { RecordedEvent, Rule } from '../recorded';
import type { Scrubber } from './scrubber';

/** States of the places that adopted a sheet, by the sheet's id: later events about it name no place. */
const adopters = new Map<unknown, number>();

/**
 * Scrubs every piece of CSS in a style event, in place. False: it must not leave.
 *
 * @param place State of the element, root or document that the event names; of the page if it names none.
 */
export function passStyle( data: RecordedEvent[ 'data' ], place: number, { css, declaration }: Pick<Scrubber, 'css' | 'declaration'> ): boolean {
	const sheets = ( data.styles ?? [] ) as { styleId: number; rules: Rule[] }[];
	// A sheet is described when its id is given out; what had the id in an earlier snapshot is forgotten.
	sheets.forEach( ( { styleId } ) => adopters.delete( styleId ) );
	for ( const id of ( data.styleIds ?? [] ) as number[] ) {
		adopters.set( id, ( adopters.get( id ) ?? 0 ) | place );
	}
	const state = place | ( adopters.get( data.styleId ) ?? 0 );
	if ( state & ( BLOCK | GONE ) ) {
		return false;
	}
	const scrubRules = ( rules: unknown ) => {
		for ( const rule of ( rules ?? [] ) as Rule[] ) {
			rule.rule = css( String( rule.rule ?? '' ), state );
		}
	};
	scrubRules( data.adds );
	sheets.forEach( ( { rules } ) => scrubRules( rules ) );
	for ( const whole of [ 'replace', 'replaceSync' ] ) {
		if ( typeof data[ whole ] === 'string' ) {
			data[ whole ] = css( data[ whole ], state );
		}
	}
	const set = data.set as { property: string; value: unknown } | undefined;
	if ( set ) {
		set.value = declaration( set.property, set.value, state );
	}
	return true;
}
