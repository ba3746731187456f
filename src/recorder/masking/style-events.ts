/** Style sheets as events: rules put in by script, sheets adopted, declarations changed. */
import { BLOCKED, GONE } from '../../privacy';
import type { RecordedEvent, Rule } from '../recorded';
import type { ContentScrubber } from './content-scrubber';

export class StyleEvents {
	/** States of the places that adopted a sheet, by the sheet's id: later events about it name no place. */
	private readonly adopters = new Map<unknown, number>();

	constructor( private readonly content: Pick<ContentScrubber, 'css' | 'declaration'>, private readonly isEditing: () => boolean = () => false ) {}

	/**
	 * Scrubs every piece of CSS in a style event, in place. False: it must not leave.
	 *
	 * @param place State of the element, root or document that the event names; of the page if it names none.
	 */
	pass( data: RecordedEvent[ 'data' ], place: number ): boolean {
		const sheets = ( data.styles ?? [] ) as { styleId: number; rules: Rule[] }[];
		// A sheet is described when its id is given out; what had the id in an earlier snapshot is forgotten.
		sheets.forEach( ( { styleId } ) => this.adopters.delete( styleId ) );
		for ( const id of ( data.styleIds ?? [] ) as number[] ) {
			this.adopters.set( id, ( this.adopters.get( id ) ?? 0 ) | place );
		}
		const state = place | ( this.adopters.get( data.styleId ) ?? 0 );
		if ( state & ( BLOCKED | GONE ) ) {
			return false;
		}
		const scrubRules = ( rules: unknown ) => {
			for ( const rule of ( rules ?? [] ) as Rule[] ) {
				rule.rule = this.content.css( String( rule.rule ?? '' ), state, this.isEditing() );
			}
		};
		scrubRules( data.adds );
		sheets.forEach( ( { rules } ) => scrubRules( rules ) );
		for ( const whole of [ 'replace', 'replaceSync' ] ) {
			if ( typeof data[ whole ] === 'string' ) {
				data[ whole ] = this.content.css( data[ whole ], state, this.isEditing() );
			}
		}
		const set = data.set as { property: string; value: unknown } | undefined;
		if ( set ) {
			set.value = this.content.declaration( set.property, set.value, state );
		}
		return true;
	}
}
