/**
 * Reads one node of the page into rrweb's format. How far the node may be shown is known before anything of the node
 * is read: of what is blocked only a size is asked.
 */
import { BLOCKED, CONTROL } from '../../../privacy';
import type { Answers } from '../../masking/answers';
import type { AttributeScrubber } from '../../masking/attribute-scrubber';
import type { Boundary } from '../../masking/boundary';
import type { ContentScrubber } from '../../masking/content-scrubber';
import { COPY_TAGS } from '../../masking/state-attributes';
import { NODE, type SerializedNode } from '../../recorded';
import { chosenSource, readAttributes } from './attributes';
import { type Entry, hashOf } from './entry';
import { DOCTYPE, DOCUMENT, ELEMENT, TEXT, attributeNamesOf, boxOf, compatModeOf, dataOf, hostOf, localNameOf, namespaceOf, nodeNameOf, nodeTypeOf, shadowRootOf } from '../../../privacy/natives';

/** Blocked boxes are rounded to this (px), so that a size does not tell what is inside. */
const GRID_PX = 8;
const SVG = 'http://www.w3.org/2000/svg';

/** Elements that keep their place among the others, and of which nothing is read: scripts, and what only scripts or crawlers see. */
const EMPTY = new Set( [ 'script', 'base', 'template', 'noscript', 'noframes', 'noembed', 'object', 'embed', 'source', 'track', 'param' ] );
/** Elements whose children are recorded otherwise, or not at all. */
const LEAVES = new Set( [ 'iframe', 'textarea' ] );

export interface Masking {
	boundary: Boundary;
	content: ContentScrubber;
	attributes: AttributeScrubber;
	answers: Answers;
}

/** Text of the style sheet of a `style` or `link` element, addresses absolute; null where the element has none or its text is the truth. */
export type SheetText = ( element: Element, isSwitched?: boolean ) => string | null;

export interface Read {
	node: SerializedNode;
	state: number;
	/** Whether children are read too. */
	goesInside: boolean;
	/** See Entry.hash. */
	hash: number;
}

/** Elements that can have a shadow root (DOM, "attach a shadow root"), besides custom ones. */
const HOSTS = new Set( [ 'article', 'aside', 'blockquote', 'body', 'div', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'main', 'nav', 'p', 'section', 'span' ] );

/** Whether an element of this name can have a shadow root. */
const mayHost = ( tag: string ): boolean => HOSTS.has( tag ) || tag.includes( '-' );

const round = ( px: number ): string => `${ Math.round( px / GRID_PX ) * GRID_PX }px`;

export class Reader {
	public constructor( private readonly masking: Masking, private readonly sheetText: SheetText ) {}

	/** A node in rrweb's format without id and list of children; null for one that is not recorded. */
	public read( node: Node, parent: Entry | null ): Read | null {
		switch ( nodeTypeOf( node ) ) {
			case ELEMENT:
				return this.element( node as Element, parent! );
			case TEXT:
				return this.text( node as Text, parent! );
			case DOCUMENT: {
				this.masking.answers.takes( node );
				const compatMode = compatModeOf( node as Document );
				return { node: { type: NODE.document, compatMode } as unknown as SerializedNode, state: this.masking.boundary.stateOf( node ), goesInside: true, hash: 0 };
			}
			case DOCTYPE: {
				const { name, publicId, systemId } = node as DocumentType;
				return { node: { type: NODE.doctype, name, publicId, systemId } as unknown as SerializedNode, state: parent!.state, goesInside: false, hash: 0 };
			}
			default:
				// Comments, CDATA sections and processing instructions are not seen.
				return null;
		}
	}

	/** Reads texts and attributes once more of a node that has been described. */
	public readAgain( entry: Entry, described: SerializedNode ): void {
		const read = this.read( entry.node, entry.parent );
		if ( read && described.attributes ) {
			described.attributes = read.node.attributes;
		} else if ( read && described.textContent !== undefined ) {
			described.textContent = read.node.textContent;
			entry.hash = read.hash;
		}
	}

	/** Text as it may be shown now, for its first and every later state. */
	public shownText( node: Text, parent: Element, state: number ): string {
		return this.masking.content.textOf( node, parent, dataOf( node ), state, this.masking.answers.takes( node ) );
	}

	private text( node: Text, parent: Entry ): Read | null {
		const element = ( hostOf( parent.node ) ?? parent.node ) as Element;
		const name = nodeNameOf( element );
		if ( name === 'HEAD' || ( ( name === 'STYLE' || name === 'style' ) && parent.hash !== 0 ) ) {
			// White space between the elements of a head is not seen; the text of a sheet stands in the attribute of its element.
			return null;
		}
		const state = this.masking.boundary.ofText( node, parent.state );
		const shown = this.shownText( node, element, state );
		// A mask is told once: told anew it would say how often something is written. Of an open text every change is told.
		const hash = this.masking.content.hides( state ) || this.masking.answers.hidesNow( node ) ? hashOf( shown ) : 0;
		return { node: { type: NODE.text, textContent: shown } as unknown as SerializedNode, state, goesInside: false, hash };
	}

	private element( element: Element, parent: Entry ): Read {
		const { boundary, content, attributes, answers } = this.masking;
		const names = attributeNamesOf( element );
		if ( ! ( parent.state & BLOCKED ) ) {
			boundary.closeDrawing( element );
		}
		const state = boundary.within( element, parent.state, names );
		boundary.note( element, state );
		const isAnswer = answers.takes( element ) || answers.takeAttributes( element );
		const tag = localNameOf( element ).toLowerCase();
		const node = { type: NODE.element, tagName: tag, attributes: {} } as unknown as SerializedNode & Record<string, unknown>;
		if ( namespaceOf( element ) === SVG ) {
			node.isSVG = true;
		} else if ( tag.includes( '-' ) ) {
			node.isCustom = true;
		}
		if ( state & BLOCKED ) {
			const { width, height } = boxOf( element );
			node.attributes = { rr_width: round( width ), rr_height: round( height ) };
			return { node, state, goesInside: false, hash: 0 };
		}
		if ( EMPTY.has( tag ) && ! node.isSVG ) {
			return { node, state, goesInside: false, hash: 0 };
		}
		const given = readAttributes( element, tag, names );
		const isSheetOwner = tag === 'style' || tag === 'link';
		const sheet = isSheetOwner ? this.sheetText( element ) : null;
		if ( sheet !== null ) {
			given._cssText = sheet;
		}
		if ( isSheetOwner ) {
			// The sheet's text holds the conditions that apply: a script may have changed the media of the sheet alone.
			delete given.media;
		}
		node.attributes = attributes.scrub( element, given, state, false, isAnswer );
		if ( node.attributes.value !== undefined ) {
			content.isNews( element, String( node.attributes.value ) );
		}
		if ( mayHost( tag ) && shadowRootOf( element ) ) {
			node.isShadowHost = true;
		}
		const isCopy = COPY_TAGS.has( tag ) && content.hides( state | CONTROL );
		const told = sheet ?? chosenSource( element, tag );
		return { node, state, goesInside: ! isCopy && ! LEAVES.has( tag ), hash: told ? hashOf( told ) : Number( given.rr_open_mode === 'modal' ) };
	}
}
