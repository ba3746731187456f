import { FieldLabels, Verdicts, isFormControl, scrubText } from '../privacy';
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
	/** Whether it can be seen on the page as it stands now. */
	shown: boolean;
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
const FRAME = 'iframe,frame';
/** Controls in their own right; options and the like belong to them. */
const FIELD = 'input:not([type=submit]):not([type=button]):not([type=reset]):not([type=image]),textarea,select,[contenteditable]:not([contenteditable=false i]),[role=textbox],[role=searchbox],[role=combobox],[role=spinbutton],[role=slider]';

/**
 * What would be recorded of a page as it stands now, by the rules the recorder itself runs.
 *
 * @param page  The document; may be of another frame.
 * @param given The settings that decide.
 */
export function surveyPage( page: Document, given: VerdictRules ): Survey {
	const rules = { ...given, page };
	const survey: Survey = { findings: [], fields: [], cut: false };
	const verdicts = new Verdicts( page, rules );
	const labels = new FieldLabels();
	const findingOf = ( element: Element ) => judge( element, rules, verdicts );
	const listFields = ( within: Element ) => within.querySelectorAll( FIELD ).forEach( ( field ) => survey.fields.push( fieldOf( field, findingOf( field ), labels ) ) );
	/** Elements that are still to be looked at, the next one last: however deep a page is, this is no recursion. */
	const waiting: Element[] = page.body ? [ page.body ] : [];

	for ( let left = MAX_ELEMENTS; waiting.length; left-- ) {
		if ( left <= 0 ) {
			survey.cut = true;
			break;
		}
		const element = waiting.pop()!;
		if ( element.matches( SILENT ) || element.hasAttribute( 'data-candid-overlay' ) ) {
			continue;
		}
		const finding = findingOf( element );
		if ( element.matches( FIELD ) ) {
			survey.fields.push( fieldOf( element, finding, labels ) );
		}
		const isClosed = finding.fate === 'blocked' || finding.reason === 'marked';
		if ( isClosed || showsSomething( element ) ) {
			survey.findings.push( finding );
		}
		if ( isClosed || isFormControl( element ) ) {
			// One box says what becomes of everything inside; the fields inside are still listed.
			listFields( element );
		} else if ( ! element.matches( 'svg' ) ) {
			const framed = framedDocument( element )?.body;
			const inside = [ ...( element.shadowRoot?.children ?? [] ), ...element.children, ...( framed ? [ framed ] : [] ) ];
			// One by one: a call takes only so many arguments.
			inside.reverse().forEach( ( child ) => waiting.push( child ) );
		}
	}
	return survey;
}

/**
 * What would be recorded of one element.
 *
 * @param element  Any element.
 * @param rules    The settings that decide.
 * @param verdicts The verdicts on its page, where many elements are asked about.
 */
export function judge( element: Element, rules: VerdictRules, verdicts = new Verdicts( rules.page ?? element.ownerDocument, rules ) ): Finding {
	const decision = verdicts.of( element );
	if ( decision.fate === 'recorded' && ! isFormControl( element ) ) {
		if ( element.matches( 'canvas' ) || ( element.matches( FRAME ) && ! framedDocument( element ) ) ) {
			return { element, fate: 'blocked', reason: element.localName === 'canvas' ? 'canvas' : 'elsewhere', scrubbed: false };
		}
		const preset = decision.reason === 'allowed' ? 'open' : rules.preset;
		// Text by text, as the recorder does it: two that only touch are not one number.
		if ( ownTexts( element ).some( ( text ) => scrubText( text, preset ) !== text ) ) {
			return { element, fate: 'masked', reason: 'text', scrubbed: true };
		}
	}
	return { element, ...decision, scrubbed: false };
}

/** What a frame shows, or null when it is of another site (nothing of it is recorded) or no frame at all. */
function framedDocument( element: Element ): Document | null {
	try {
		return element.matches( FRAME ) ? ( element as HTMLIFrameElement ).contentDocument : null;
	} catch {
		return null;
	}
}

function ownTexts( element: Element ): string[] {
	return Array.from( element.childNodes, ( node ) => ( node.nodeType === 3 ? ( node.nodeValue ?? '' ).trim() : '' ) ).filter( Boolean );
}

function showsSomething( element: Element ): boolean {
	return isFormControl( element ) || element.matches( MEDIA ) || ownTexts( element ).length > 0;
}

function fieldOf( field: Element, finding: Finding, labels: FieldLabels ): FieldFinding {
	const { width, height } = field.getBoundingClientRect();
	return { ...finding, name: nameOf( field, labels ), type: typeOf( field ), shown: width > 0 && height > 0 };
}

/** What people call a field: its label, else what else is there. Never its value. */
function nameOf( field: Element, labels: FieldLabels ): string {
	const named = labels.of( field ).map( ( label ) => labels.textOf( label ) );
	const labelledBy = ( field.getAttribute( 'aria-labelledby' ) ?? '' )
		.split( /\s+/ )
		.map( ( id ) => ( id && field.ownerDocument.getElementById( id )?.textContent ) || '' );
	const candidates = [
		named.join( ' ' ),
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
