import { isFormControl, scrubText, verdict } from '../privacy';
import type { Verdict, VerdictRules } from '../privacy';

/** One element and what becomes of it. */
export interface Finding extends Verdict {
	element: Element;
	/** Whether only part of its text is masked. */
	scrubbed: boolean;
}

/** One form field, in the words a table shows. */
export interface FieldFinding extends Finding {
	/** What the page calls it: its label, or the best there is. */
	name: string;
	/** `email`, `select`, `textarea`, … */
	type: string;
}

export interface Survey {
	/** Elements that show something, in the order of the page; inside a blocked element only that element. */
	findings: Finding[];
	fields: FieldFinding[];
	/** Whether the page has more elements than were looked at. */
	cut: boolean;
}

/** A page with more elements than this is looked at in part; the painted boxes would not be readable anyway. */
const MAX_ELEMENTS = 20_000;

const SILENT = 'script,style,noscript,template,link,meta,title,head,br,source,track,param,base';
const MEDIA = 'img,picture,svg,video,audio,canvas,object,embed,iframe,progress,meter,hr';
/** Controls in their own right; options and the like belong to them. */
const FIELD = 'input:not([type=submit]):not([type=button]):not([type=reset]):not([type=image]),textarea,select,[contenteditable]:not([contenteditable=false i]),[role=textbox],[role=searchbox],[role=combobox],[role=spinbutton],[role=slider]';

/**
 * What would be recorded of a page as it stands now, by the rules the recorder itself runs.
 *
 * @param page  The document; may be of another frame.
 * @param rules The settings that decide.
 */
export function surveyPage( page: Document, rules: VerdictRules ): Survey {
	const survey: Survey = { findings: [], fields: [], cut: false };
	let left = MAX_ELEMENTS;

	const visit = ( element: Element ): void => {
		if ( left <= 0 ) {
			survey.cut = true;
			return;
		}
		left -= 1;
		if ( element.matches( SILENT ) || element.hasAttribute( 'data-candid-overlay' ) ) {
			return;
		}
		const finding = judge( element, rules );
		if ( element.matches( FIELD ) ) {
			survey.fields.push( { ...finding, name: nameOf( element ), type: typeOf( element ) } );
		}
		const closed = finding.fate === 'blocked' || finding.reason === 'marked';
		if ( closed || showsSomething( element ) ) {
			survey.findings.push( finding );
		}
		if ( closed ) {
			// Nothing of what is inside leaves: one box says it. Fields inside are still listed.
			element.querySelectorAll( FIELD ).forEach( ( field ) => {
				survey.fields.push( { ...judge( field, rules ), name: nameOf( field ), type: typeOf( field ) } );
			} );
			return;
		}
		if ( isFormControl( element ) || element.matches( 'svg' ) ) {
			return;
		}
		for ( const child of [ ...( element.shadowRoot?.children ?? [] ), ...element.children ] ) {
			visit( child );
		}
	};

	if ( page.body ) {
		visit( page.body );
	}
	return survey;
}

/**
 * What would be recorded of one element.
 *
 * @param element Any element.
 * @param rules   The settings that decide.
 */
export function judge( element: Element, rules: VerdictRules ): Finding {
	const decision = verdict( element, rules );
	if ( decision.fate === 'recorded' && ! isFormControl( element ) ) {
		const text = ownText( element );
		if ( scrubText( text, rules.preset ) !== text ) {
			return { element, fate: 'masked', reason: 'text', scrubbed: true };
		}
	}
	return { element, ...decision, scrubbed: false };
}

function ownText( element: Element ): string {
	let text = '';
	for ( const node of element.childNodes ) {
		if ( node.nodeType === 3 ) {
			text += node.nodeValue ?? '';
		}
	}
	return text.trim();
}

function showsSomething( element: Element ): boolean {
	return isFormControl( element ) || element.matches( MEDIA ) || ownText( element ) !== '';
}

/** What people call a field: its label, else what else is there. Never its value. */
function nameOf( field: Element ): string {
	const labels = [ ...( ( field as HTMLInputElement ).labels ?? [] ) ].map( ( label ) => label.textContent ?? '' );
	const labelledBy = ( field.getAttribute( 'aria-labelledby' ) ?? '' )
		.split( /\s+/ )
		.map( ( id ) => ( id && field.ownerDocument.getElementById( id )?.textContent ) || '' );
	const candidates = [
		labels.join( ' ' ),
		labelledBy.join( ' ' ),
		field.getAttribute( 'aria-label' ),
		field.getAttribute( 'placeholder' ),
		field.getAttribute( 'title' ),
		field.getAttribute( 'name' ),
		field.id,
	];
	const name = candidates.find( ( candidate ) => candidate?.trim() ) ?? '';
	return name.replace( /\s+/g, ' ' ).trim().slice( 0, 80 );
}

function typeOf( field: Element ): string {
	const tag = field.localName;
	if ( tag === 'input' ) {
		return ( field.getAttribute( 'type' ) ?? 'text' ).toLowerCase();
	}
	return tag === 'textarea' || tag === 'select' ? tag : field.getAttribute( 'role' ) ?? 'contenteditable';
}
