/** Where the texts stand that name a field: its labels, and the group that it belongs to. */
import { SHOW_TEXTS, allIn, childElementsOf, closestTo, dataOf, documentOf, hostOf, localNameOf, matches, parentElementOf, rootOf, treeIn } from './natives';

const GROUP = 'fieldset,[role$=group]';

/** How much of a label is looked at (characters): a longer one is no name of a field. */
const LONGEST_LABEL = 200;

/** The beginning of an element's text, without putting together the text of a whole page. */
function startOf( element: Element ): string {
	let text = '';
	const walker = treeIn( documentOf( element )!, element, SHOW_TEXTS );
	while ( text.length < LONGEST_LABEL && walker.nextNode() ) {
		text += dataOf( walker.currentNode as Text );
	}
	return text.slice( 0, LONGEST_LABEL );
}

/** The first `legend` that stands directly in a group. */
const legendOf = ( group: Element ): Element | undefined => Array.prototype.find.call( childElementsOf( group ), ( child: Element ) => localNameOf( child ) === 'legend' );

/**
 * Finds labels and groups by one look at each document or shadow root: a field's own `labels`, and `closest()`, make
 * the browser go through the page again for every field. Valid as long as the page does not change.
 */
export class FieldLabels {
	private labels = new Map<Node, Map<Element, Element[]>>();
	private groups = new Map<Element, Element | null>();
	private legends = new Map<Element, Element | undefined>();
	private texts = new Map<Element, string>();

	/** Call when the page may have changed. */
	forget(): void {
		this.labels = new Map();
		this.groups = new Map();
		this.legends = new Map();
		this.texts = new Map();
	}

	/** The labels of a field, as its own `labels` has them, and those around the component that it stands in. */
	of( field: Element ): Element[] {
		const root = rootOf( field );
		const own = ( this.labels.get( root ) ?? this.read( root ) ).get( field ) ?? [];
		const host = hostOf( root );
		const around = closestTo( host, 'label' );
		return host ? [ ...own, ...this.of( host ), ...( around ? [ around ] : [] ) ] : own;
	}

	/** The group that an element stands in, itself included. */
	groupOf( element: Element ): Element | null {
		const path: Element[] = [];
		let group: Element | null | undefined;
		for ( let at: Element | null = element; group === undefined; at = parentElementOf( at ) ) {
			if ( ! at ) {
				group = null;
				break;
			}
			group = this.groups.get( at );
			if ( group === undefined ) {
				path.push( at );
				group = matches( at, GROUP ) ? at : undefined;
			}
		}
		path.forEach( ( at ) => this.groups.set( at, group! ) );
		return group;
	}

	/** The legend of a group. */
	legendOf( group: Element ): Element | undefined {
		if ( ! this.legends.has( group ) ) {
			this.legends.set( group, legendOf( group ) );
		}
		return this.legends.get( group );
	}

	/** The beginning of a label's text. */
	textOf( label: Element ): string {
		let text = this.texts.get( label );
		if ( text === undefined ) {
			text = startOf( label );
			this.texts.set( label, text );
		}
		return text;
	}

	private read( root: Node ): Map<Element, Element[]> {
		const found = new Map<Element, Element[]>();
		for ( const label of allIn( root, 'label' ) as Iterable<HTMLLabelElement> ) {
			if ( label.control ) {
				const labels = found.get( label.control );
				if ( labels ) {
					labels.push( label );
				} else {
					found.set( label.control, [ label ] );
				}
			}
		}
		this.labels.set( root, found );
		return found;
	}
}
