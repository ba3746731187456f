/**
 * A style sheet as one text that says what applies: imports in place with their conditions, media of the sheet around
 * the rules, nothing of a sheet that is switched off.
 *
 * Rules are read from the CSSOM, because scripts add and change rules there. Where the text of a style element gives
 * the same rules, the text is taken: the CSSOM writes longhands empty whose shorthand came through var() (CSS Variables,
 * "pending-substitution value").
 */
import { absoluteCss } from './dom/attributes';
import { baseOf, nodeNameOf, textOf } from '../../privacy/natives';

/** Larger sheets are compared with their text by the number of rules alone (characters). */
const LONGEST_COMPARED = 20_000;
/** A sheet without rules. A replay takes a link without any text for one that is not described, and loads its address. */
const NOTHING = '/**/';
/** Imports are followed this deep; a sheet may import itself through others. */
const DEEPEST = 8;

const rulesOf = ( sheet: CSSStyleSheet ): CSSRuleList | null => {
	try {
		return sheet.cssRules;
	} catch {
		// A sheet of another origin that was fetched without CORS.
		return null;
	}
};

const joined = ( rules: CSSRuleList ): string => {
	let text = '';
	for ( let at = 0; at < rules.length; at++ ) {
		text += rules[ at ]!.cssText;
	}
	return text;
};

/** Puts conditions around rules: the outermost last. */
function within( css: string, { media, supportsText, layerName }: { media?: MediaList; supportsText?: string | null; layerName?: string | null } ): string {
	let out = css;
	if ( typeof layerName === 'string' ) {
		out = `@layer ${ layerName } {${ out }}`;
	}
	if ( supportsText ) {
		out = `@supports ${ /^\s*(\(|not\b|selector\(|font-)/i.test( supportsText ) ? supportsText : `(${ supportsText })` } {${ out }}`;
	}
	const condition = media?.mediaText ?? '';
	return condition && condition !== 'all' ? `@media ${ condition } {${ out }}` : out;
}

/** The rules of a sheet as text, addresses absolute. Null: the rules may not be read. */
export function rulesText( sheet: CSSStyleSheet, base: string, depth = 0 ): string | null {
	const rules = depth > DEEPEST ? null : rulesOf( sheet );
	if ( ! rules ) {
		return null;
	}
	const here = sheet.href ?? base;
	let text = '';
	for ( let at = 0; at < rules.length; at++ ) {
		const rule = rules[ at ]!;
		const imported = ( rule as CSSImportRule ).styleSheet;
		if ( ( rule as CSSImportRule ).href === undefined ) {
			text += rule.cssText;
		} else if ( imported ) {
			text += within( rulesText( imported, here, depth + 1 ) ?? '', rule as CSSImportRule );
		}
	}
	return absoluteCss( text, here );
}

/** Whether a text gives the rules that a sheet has. */
function gives( text: string, rules: CSSRuleList ): boolean {
	try {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync( text );
		return sheet.cssRules.length === rules.length && ( text.length > LONGEST_COMPARED || joined( sheet.cssRules ) === joined( rules ) );
	} catch {
		return false;
	}
}

/** What applies of the sheet of a `style` or `link` element; null where the element has no sheet. */
export function sheetText( element: Element ): string | null {
	const { sheet } = element as HTMLStyleElement;
	if ( ! sheet ) {
		return null;
	}
	if ( sheet.disabled ) {
		return NOTHING;
	}
	const base = baseOf( element );
	const rules = rulesOf( sheet );
	const raw = /^style$/i.test( nodeNameOf( element ) ) ? textOf( element ) ?? '' : '';
	const text = raw && rules && gives( raw, rules ) ? absoluteCss( raw, base ) : rulesText( sheet, base );
	return text === null ? null : within( text, { media: sheet.media } ) || NOTHING;
}
