/* Generated from plugin/schemas/event.json by "npm run generate". Do not edit. */

/*
 * What each property may hold. A number: one of so many, from 0. "{…}" and "[…]": an object, a list of that shape or kind.
 * - "id": Number of a node or style sheet, from lowestId to highestId.
 * - "flag": True or false.
 * - "number": CSS px, a share or an offset: from -farthest to farthest, its fraction cut to so many decimals.
 * - "seconds": A number of a recording's medium: live ones count from 1970, so beyond farthest is no leak to tell of.
 * - "time": Unix time, ms, from 0 to latestMs.
 * - "index": Place of a rule from 0, or a list of at most indexDepth such: the way down to it.
 * - "text": Text; its own rules come after.
 * - "name": Name of an element, attribute or property: at most nameLength characters, and no secret.
 * - "object": An object with a shape or rules of its own.
 * - "list": A list with a shape or rules of its own.
 */

export const event = { type: 8, data: "object", timestamp: "time", delay: "number" } as const;
export const empty = {} as const;
export const meta = { href: "text", width: "number", height: "number", display: "{display}" } as const;
export const display = { dark: "flag", reducedMotion: "flag", moreContrast: "flag", forcedColors: "flag", hover: "flag", anyHover: "flag", finePointer: "flag", anyFinePointer: "flag", pixelRatio: "number", zoom: "number" } as const;
export const addressEvent = { tag: "text", payload: "{address}" } as const;
export const address = { href: "text" } as const;
export const detailEvent = { tag: "text", payload: "{detail}" } as const;
export const detail = { level: 4 } as const;
export const fullSnapshot = { node: "object", initialOffset: "{offset}" } as const;
export const offset = { left: "number", top: "number" } as const;
export const documentNode = { type: 6, id: "id", rootId: "id", isShadow: "flag", isShadowHost: "flag", childNodes: "list", compatMode: "text" } as const;
export const doctypeNode = { type: 6, id: "id", rootId: "id", isShadow: "flag", isShadowHost: "flag", name: "text", publicId: "text", systemId: "text" } as const;
export const elementNode = { type: 6, id: "id", rootId: "id", isShadow: "flag", isShadowHost: "flag", tagName: "name", attributes: "object", childNodes: "list", isSVG: "flag", isCustom: "flag", needBlock: "flag" } as const;
export const textNode = { type: 6, id: "id", rootId: "id", isShadow: "flag", isShadowHost: "flag", textContent: "text", isStyle: "flag" } as const;
export const cdataNode = { type: 6, id: "id", rootId: "id", isShadow: "flag", isShadowHost: "flag", textContent: "text" } as const;
export const commentNode = { type: 6, id: "id", rootId: "id", isShadow: "flag", isShadowHost: "flag", textContent: "text" } as const;
export const anyNode = { type: 6, id: "id", rootId: "id", isShadow: "flag", isShadowHost: "flag" } as const;
export const mutation = { source: 17, texts: "[textChange]", attributes: "[attributeChange]", removes: "[removal]", adds: "[addition]", isAttachIframe: "flag" } as const;
export const addition = { parentId: "id", previousId: "id", nextId: "id", node: "object" } as const;
export const removal = { parentId: "id", id: "id", isShadow: "flag" } as const;
export const textChange = { id: "id", value: "text" } as const;
export const attributeChange = { id: "id", attributes: "object" } as const;
export const move = { source: 17, positions: "[position]" } as const;
export const position = { x: "number", y: "number", id: "id", timeOffset: "number" } as const;
export const mouseInteraction = { source: 17, type: 11, id: "id", x: "number", y: "number", pointerType: 3 } as const;
export const scroll = { source: 17, id: "id", x: "number", y: "number" } as const;
export const viewportResize = { source: 17, width: "number", height: "number" } as const;
export const input = { source: 17, id: "id", text: "text", isChecked: "flag", userTriggered: "flag" } as const;
export const mediaInteraction = { source: 17, type: 5, id: "id", currentTime: "seconds", volume: "number", muted: "flag", loop: "flag", playbackRate: "number" } as const;
export const selection = { source: 17, ranges: "[range]" } as const;
export const range = { start: "id", startOffset: "number", end: "id", endOffset: "number" } as const;
export const styleSheetRule = { source: 17, id: "id", styleId: "id", adds: "[rule]", removes: "[ruleRemoval]", replace: "text", replaceSync: "text" } as const;
export const rule = { rule: "text", index: "index" } as const;
export const ruleRemoval = { index: "index" } as const;
export const styleDeclaration = { source: 17, id: "id", styleId: "id", index: "index", set: "{declaration}", remove: "{declarationName}" } as const;
export const declaration = { property: "text", value: "text", priority: "text" } as const;
export const declarationName = { property: "text" } as const;
export const adoptedStyleSheet = { source: 17, id: "id", styles: "[style]", styleIds: "[id]" } as const;
export const style = { styleId: "id", rules: "[rule]" } as const;
export const customElement = { source: 17, define: "{definition}" } as const;
export const definition = { name: "name" } as const;

/** What a shape means nothing without. */
export const NEEDED = {
	"event": [
		"type",
		"data",
		"timestamp"
	],
	"detail": [
		"level"
	],
	"fullSnapshot": [
		"node"
	],
	"documentNode": [
		"id"
	],
	"doctypeNode": [
		"id"
	],
	"elementNode": [
		"id"
	],
	"textNode": [
		"id"
	],
	"cdataNode": [
		"id"
	],
	"commentNode": [
		"id"
	],
	"anyNode": [
		"id"
	],
	"addition": [
		"parentId",
		"node"
	],
	"removal": [
		"parentId",
		"id"
	],
	"textChange": [
		"id",
		"value"
	],
	"attributeChange": [
		"id",
		"attributes"
	],
	"position": [
		"id"
	],
	"mouseInteraction": [
		"type",
		"id"
	],
	"scroll": [
		"id"
	],
	"input": [
		"id"
	],
	"mediaInteraction": [
		"type",
		"id"
	],
	"range": [
		"start",
		"end"
	],
	"rule": [
		"rule"
	],
	"ruleRemoval": [
		"index"
	],
	"adoptedStyleSheet": [
		"id"
	],
	"style": [
		"styleId"
	]
} as const;
