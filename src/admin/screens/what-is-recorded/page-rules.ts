import type { Settings } from '../../../contracts/generated/settings';
import type { VerdictRules } from '../../../privacy';

/** What the server says of the page shown (PHP: Frontend\Page_Rules_Tag). */
export interface PageRules {
	/** Whether visits to this page are recorded at all. */
	recorded: boolean;
	/** Whether all of its text is masked. */
	masked: boolean;
	preset: Settings[ 'preset' ];
	inputs: boolean;
	/** Selectors that code adds to the owner's. */
	block: string[];
}

const PRESETS: readonly unknown[] = [ 'strict', 'balanced', 'open' ];

/**
 * Reads the tag the server printed into the page.
 *
 * @param page The document shown.
 * @return Null when there is none that can be read: then nothing is known about the page.
 */
export function pageRulesOf( page: Document ): PageRules | null {
	let said: Partial< PageRules > | null;
	try {
		said = JSON.parse( page.getElementById( 'candid-page-rules' )?.textContent ?? 'null' );
	} catch {
		return null;
	}
	if ( said?.recorded === false ) {
		return { recorded: false, masked: false, preset: 'strict', inputs: false, block: [] };
	}
	const { recorded, masked, preset, inputs, block } = said ?? {};
	const good =
		recorded === true &&
		typeof masked === 'boolean' &&
		typeof inputs === 'boolean' &&
		PRESETS.includes( preset ) &&
		Array.isArray( block ) &&
		block.every( ( one ) => typeof one === 'string' );
	return good ? ( { recorded, masked, preset, inputs, block } as PageRules ) : null;
}

/**
 * The rules that decide on the page shown.
 *
 * @param settings The owner's settings as they are now.
 * @param page     What the server said of the page, or null.
 */
export function rulesOn( settings: Settings, page: PageRules | null ): VerdictRules {
	const blocked = settings.blocked_selectors;
	return page?.recorded
		? { preset: page.preset, inputs: page.inputs, masked: page.masked, blocked: [ ...blocked, ...page.block ] }
		: { preset: settings.preset, inputs: settings.record_inputs, blocked };
}
