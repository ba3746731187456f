import type { AccountKind } from './statement';

/** What PHP prints for the editor as `window.candidStatement`. Never holds the account key. */
export interface EditorData {
	kind: AccountKind;
	/** Locale of the page being edited, e.g. "pl_PL". */
	locale: string;
}

declare global {
	interface Window {
		candidStatement?: Partial< EditorData >;
	}
}

const KINDS: readonly string[] = [ 'own', 'candid', 'smartsupp' ];

/**
 * The data of this editor. Where PHP printed none, the statement names a third party nobody has named:
 * promising that recordings stay here would be wrong if they do not.
 */
export function editorData(): EditorData {
	const { kind, locale } = window.candidStatement ?? {};
	return {
		kind: kind && KINDS.includes( kind ) ? kind : 'candid',
		locale: typeof locale === 'string' ? locale : 'en_US',
	};
}
