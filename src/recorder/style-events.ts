/** Style sheets as events: rules put in by script, sheets adopted, declarations changed. */
import { scrubCss, scrubStyle, type Preset } from '../privacy';
import type { RecordedEvent, Rule } from './recorded';

/**
 * Scrubs every piece of CSS in a style event, in place.
 *
 * @param keep Query keys that may stay in addresses.
 */
export function passStyle( data: RecordedEvent[ 'data' ], keep: ReadonlySet<string>, preset: Preset ): boolean {
	const scrubRules = ( rules: unknown ) => {
		for ( const rule of ( rules ?? [] ) as Rule[] ) {
			rule.rule = scrubCss( String( rule.rule ?? '' ), keep, preset );
		}
	};
	scrubRules( data.adds );
	for ( const sheet of ( data.styles ?? [] ) as { rules: Rule[] }[] ) {
		scrubRules( sheet.rules );
	}
	for ( const whole of [ 'replace', 'replaceSync' ] ) {
		if ( typeof data[ whole ] === 'string' ) {
			data[ whole ] = scrubCss( data[ whole ], keep, preset );
		}
	}
	const set = data.set as { property: string; value: unknown } | undefined;
	if ( typeof set?.value === 'string' ) {
		set.value = scrubStyle( `${ set.property }:${ set.value }`, keep, preset ).slice( set.property.length + 1 );
	}
	return true;
}
