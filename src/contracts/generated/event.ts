/* Generated from plugin/schemas/event.json by "npm run generate". Do not edit. */

/** What an event is (rrweb's EventType). */
export const enum EventType { domReady = 0, load = 1, fullSnapshot = 2, incremental = 3, meta = 4, custom = 5, plugin = 6, asset = 7 }

/** What changed in an incremental event (rrweb's IncrementalSource). */
export const enum EventSource { mutation = 0, mouseMove = 1, mouseInteraction = 2, scroll = 3, viewportResize = 4, input = 5, touchMove = 6, media = 7, styleSheetRule = 8, canvas = 9, font = 10, log = 11, drag = 12, styleDeclaration = 13, selection = 14, adoptedStyleSheet = 15, customElement = 16 }

/** What a node is (rrweb's NodeType). */
export const enum EventNode { document = 0, doctype = 1, element = 2, text = 3, cdata = 4, comment = 5 }

/** What a pointer or the focus did (rrweb's MouseInteractions). */
export const enum EventInteraction { mouseUp = 0, mouseDown = 1, click = 2, contextMenu = 3, doubleClick = 4, focus = 5, blur = 6, touchStart = 7, touchMoveDeparted = 8, touchEnd = 9, touchCancel = 10 }

/** What pointed (rrweb's PointerTypes). */
export const enum EventPointer { mouse = 0, pen = 1, touch = 2 }

/** What a video or sound did (rrweb's MediaInteractions). */
export const enum EventMedia { play = 0, pause = 1, seeked = 2, volumeChange = 3, rateChange = 4 }

/** How much the recorder tells on a page or device where its cost is above its budget. Each step includes those before: positions of the pointer once a second; positions of scrolled boxes once a second; style and class of one element once a second. */
export const enum EventDetail { full = 0, fewerPositions = 1, fewerScrolls = 2, fewerStyles = 3 }

/** Tag of a custom event. A new address within the page. */
export const addressTag = 'candid:address';
/** Tag of a custom event. From here on the recorder tells less; told once more after each full snapshot. */
export const detailTag = 'candid:detail';

export interface EventShape {
	type: number;
	data: Record< string, unknown >;
	timestamp: number;
	delay?: number | null;
}

export interface EmptyShape {}

export interface MetaShape {
	href?: string | null;
	width?: number | null;
	height?: number | null;
	display?: DisplayShape | null;
}

export interface DisplayShape {
	dark?: boolean | null;
	reducedMotion?: boolean | null;
	moreContrast?: boolean | null;
	forcedColors?: boolean | null;
	hover?: boolean | null;
	anyHover?: boolean | null;
	finePointer?: boolean | null;
	anyFinePointer?: boolean | null;
	pixelRatio?: number | null;
	zoom?: number | null;
}

export interface AddressEventShape {
	tag?: string | null;
	payload?: AddressShape | null;
}

export interface AddressShape {
	href?: string | null;
}

export interface DetailEventShape {
	tag?: string | null;
	payload?: DetailShape | null;
}

export interface DetailShape {
	level: number;
}

export interface FullSnapshotShape {
	node: Record< string, unknown >;
	initialOffset?: OffsetShape | null;
}

export interface OffsetShape {
	left?: number | null;
	top?: number | null;
}

export interface DocumentNodeShape {
	type?: number | null;
	id: number;
	rootId?: number | null;
	isShadow?: boolean | null;
	isShadowHost?: boolean | null;
	childNodes?: unknown[] | null;
	compatMode?: string | null;
}

export interface DoctypeNodeShape {
	type?: number | null;
	id: number;
	rootId?: number | null;
	isShadow?: boolean | null;
	isShadowHost?: boolean | null;
	name?: string | null;
	publicId?: string | null;
	systemId?: string | null;
}

export interface ElementNodeShape {
	type?: number | null;
	id: number;
	rootId?: number | null;
	isShadow?: boolean | null;
	isShadowHost?: boolean | null;
	tagName?: string | null;
	attributes?: Record< string, unknown > | null;
	childNodes?: unknown[] | null;
	isSVG?: boolean | null;
	isCustom?: boolean | null;
	needBlock?: boolean | null;
}

export interface TextNodeShape {
	type?: number | null;
	id: number;
	rootId?: number | null;
	isShadow?: boolean | null;
	isShadowHost?: boolean | null;
	textContent?: string | null;
	isStyle?: boolean | null;
}

export interface CdataNodeShape {
	type?: number | null;
	id: number;
	rootId?: number | null;
	isShadow?: boolean | null;
	isShadowHost?: boolean | null;
	textContent?: string | null;
}

export interface CommentNodeShape {
	type?: number | null;
	id: number;
	rootId?: number | null;
	isShadow?: boolean | null;
	isShadowHost?: boolean | null;
	textContent?: string | null;
}

export interface AnyNodeShape {
	type?: number | null;
	id: number;
	rootId?: number | null;
	isShadow?: boolean | null;
	isShadowHost?: boolean | null;
}

export interface MutationShape {
	source?: number | null;
	texts?: TextChangeShape[] | null;
	attributes?: AttributeChangeShape[] | null;
	removes?: RemovalShape[] | null;
	adds?: AdditionShape[] | null;
	isAttachIframe?: boolean | null;
}

export interface AdditionShape {
	parentId: number;
	previousId?: number | null;
	nextId?: number | null;
	node: Record< string, unknown >;
}

export interface RemovalShape {
	parentId: number;
	id: number;
	isShadow?: boolean | null;
}

export interface TextChangeShape {
	id: number;
	value: string;
}

export interface AttributeChangeShape {
	id: number;
	attributes: Record< string, unknown >;
}

export interface MoveShape {
	source?: number | null;
	positions?: PositionShape[] | null;
}

export interface PositionShape {
	x?: number | null;
	y?: number | null;
	id: number;
	timeOffset?: number | null;
}

export interface MouseInteractionShape {
	source?: number | null;
	type: number;
	id: number;
	x?: number | null;
	y?: number | null;
	pointerType?: number | null;
}

export interface ScrollShape {
	source?: number | null;
	id: number;
	x?: number | null;
	y?: number | null;
}

export interface ViewportResizeShape {
	source?: number | null;
	width?: number | null;
	height?: number | null;
}

export interface InputShape {
	source?: number | null;
	id: number;
	text?: string | null;
	isChecked?: boolean | null;
	userTriggered?: boolean | null;
}

export interface MediaInteractionShape {
	source?: number | null;
	type: number;
	id: number;
	currentTime?: number | null;
	volume?: number | null;
	muted?: boolean | null;
	loop?: boolean | null;
	playbackRate?: number | null;
}

export interface SelectionShape {
	source?: number | null;
	ranges?: RangeShape[] | null;
}

export interface RangeShape {
	start: number;
	startOffset?: number | null;
	end: number;
	endOffset?: number | null;
}

export interface StyleSheetRuleShape {
	source?: number | null;
	id?: number | null;
	styleId?: number | null;
	adds?: RuleShape[] | null;
	removes?: RuleRemovalShape[] | null;
	replace?: string | null;
	replaceSync?: string | null;
}

export interface RuleShape {
	rule: string;
	index?: number | number[] | null;
}

export interface RuleRemovalShape {
	index: number | number[];
}

export interface StyleDeclarationShape {
	source?: number | null;
	id?: number | null;
	styleId?: number | null;
	index?: number | number[] | null;
	set?: DeclarationShape | null;
	remove?: DeclarationNameShape | null;
}

export interface DeclarationShape {
	property?: string | null;
	value?: string | null;
	priority?: string | null;
}

export interface DeclarationNameShape {
	property?: string | null;
}

export interface AdoptedStyleSheetShape {
	source?: number | null;
	id: number;
	styles?: StyleShape[] | null;
	styleIds?: number[] | null;
}

export interface StyleShape {
	styleId: number;
	rules?: RuleShape[] | null;
}

export interface CustomElementShape {
	source?: number | null;
	define?: DefinitionShape | null;
}

export interface DefinitionShape {
	name?: string | null;
}
