/**
 * Pages that are hostile to a recorder, most of them without knowing. Each says "first" at the beginning and "later"
 * when it has acted; `still` is what must hold for the page afterwards.
 */
const LATER = 'document.getElementById( "p" ).firstChild.data = "later words";';
const script = ( code ) => `<script>${ code }</script>`;

/** Names of every property that nodes have by their prototypes, as a page can ask for them. */
const NAMES_OF = `( ...classes ) => [ ...new Set( classes.flatMap( ( { prototype } ) => Object.getOwnPropertyNames( prototype ) ) ) ]`;

/** A wrapper around MutationObserver as zone libraries make it. */
const ZONE = `
	const Native = MutationObserver;
	window.MutationObserver = function ( callback ) {
		this.inner = new Native( ( records ) => callback.call( this, records, this ) );
	};
	for ( const name of [ 'observe', 'disconnect', 'takeRecords' ] ) {
		window.MutationObserver.prototype[ name ] = function () {
			return this.inner[ name ].apply( this.inner, arguments );
		};
	}
	for ( const name of [ 'addEventListener', 'removeEventListener' ] ) {
		const native = EventTarget.prototype[ name ];
		EventTarget.prototype[ name ] = function () {
			window.patched = true;
			return native.apply( this, arguments );
		};
	}
	const timer = window.setTimeout;
	window.setTimeout = function ( work ) {
		return timer.apply( this, arguments );
	};
	window.Promise = class extends Promise {};
`;

const EXTENDED = `
	Array.from = ( item ) => item === null || item === undefined ? [] : typeof item !== 'string' && typeof item === 'object' && 'length' in item ? Array.prototype.slice.call( item ) : [ item ];
	Function.prototype.bind = function ( self, given ) {
		const work = this;
		return function () {
			return work.apply( self, [].concat( given ?? [], [].slice.call( arguments ) ) );
		};
	};
	for ( const name of [ 'each', 'include', 'clean', 'associate', 'link', 'flatten', 'erase' ] ) {
		Array.prototype[ name ] = function () {
			return this;
		};
		String.prototype[ name ] = Array.prototype[ name ];
	}
	Object.prototype.toJSONString = function () {
		return 'own';
	};
	Array.prototype.toJSON = function () {
		return 'list';
	};
	String.prototype.toJSON = Date.prototype.toJSON = Object.prototype.toJSON = function () {
		return 'value';
	};
	Array.prototype.reduce = function ( work ) {
		return this.map( work );
	};
	Array.prototype.find = Array.prototype.filter;
	String.prototype.trim = function () {
		return this;
	};
	Element.prototype.matches = Element.prototype.closest = Element.prototype.getAttribute = () => 'own';
	Element.prototype.closest = Node.prototype.contains = () => 'own';
	Node.prototype.getRootNode = () => null;
	Object.defineProperty( Node.prototype, 'parentNode', { get: () => null, configurable: true } );
	Object.defineProperty( Element.prototype, 'localName', { get: () => 'own', configurable: true } );
`;

/** Once the recorder is asked for: the small script before it ends in silence where such functions are missing. */
const withRecorder = ( code ) => `new MutationObserver( ( _, observer ) => { if ( [ ...document.scripts ].some( ( { src } ) => src.includes( 'visit' ) ) ) { observer.disconnect(); ${ code } } } ).observe( document, { childList: true, subtree: true } );`;

export const PAGES = [
	{
		name: 'a form whose controls have the name of every property that nodes have',
		body: `<form id="form"><p>first in the form</p><label>Name <input id="field"></label></form>`,
		after: script( `
			const form = document.getElementById( 'form' );
			for ( const name of ( ${ NAMES_OF } )( Node, Element, HTMLElement, HTMLFormElement, EventTarget ) ) {
				Element.prototype.insertAdjacentHTML.call( form, 'beforeend', '<input type="hidden" name="' + name + '">' );
			}` ),
		act: `const set = ( name, value ) => Element.prototype.setAttribute.call( document.getElementById( 'form' ), name, value ); set( 'class', 'one' ); set( 'style', 'color: red' ); Element.prototype.append.call( document.getElementById( 'form' ), 'later in the form' );`,
		texts: [ 'first in the form', 'later in the form' ],
		still: `document.getElementById( 'form' ).matches.tagName === 'INPUT'`,
	},
	{
		// But for the five that the loader asks for, and the body in which the test itself acts.
		name: 'pictures that have the name of every property that documents have',
		after: script( `
			const holder = document.getElementById( 'p' ).parentNode;
			const images = ( ${ NAMES_OF } )( Document, Node, EventTarget ).filter( ( name ) => ! /^(getElementById|createElement|head|readyState|addEventListener|body|location)$/.test( name ) ).map( ( name ) => '<img alt="" name="' + name + '">' );
			const box = document.createElement( 'div' );
			holder.append( box );
			box.innerHTML = images.join( '' );` ),
		still: `document.querySelectorAll.tagName === 'IMG'`,
	},
	{ name: 'a clock that answers a Date', before: 'Date.now = () => new Date();', still: 'Date.now() instanceof Date' },
	{ name: 'a clock that answers a text', before: 'Date.now = () => String( new Date() );', still: `typeof Date.now() === 'string'` },
	{ name: 'a Date of its own', before: 'window.Date = function () { return { getTime: () => 5 }; };', still: 'new Date().getTime() === 5' },
	{ name: 'prototypes extended and replaced by an old library', before: EXTENDED, still: `Array.from( 5 ).length === 1 && JSON.stringify( {} ) === '"value"' && ' x'.trim().length === 2 && document.body.matches( 'x' ) === 'own'` },
	{ name: 'the same, after the recorder came', late: EXTENDED, still: `Array.from( 5 ).length === 1 && JSON.stringify( {} ) === '"value"' && document.body.matches( 'x' ) === 'own'` },
	{
		name: 'classes of the language that are its own',
		before: withRecorder( `for ( const name of [ 'Map', 'Set', 'WeakMap', 'WeakSet', 'Promise', 'JSON', 'Date' ] ) { window[ name ] = function () { this.isOwn = true; }; window[ name ].prototype.get = () => undefined; }` ),
		still: 'new Map().isOwn && new Promise( 1 ).isOwn',
	},
	{ name: 'observers, listeners, timers and promises wrapped by a zone', before: ZONE, still: `! MutationObserver.toString().includes( 'native' )` },
	{
		name: 'timers and frames that never come',
		before: `window.ownTimer = window.setTimeout; window.setTimeout = window.requestAnimationFrame = window.setInterval = window.queueMicrotask = () => 0;`,
		still: `setTimeout( () => {} ) === 0`,
	},
	{
		name: 'every timer cleared',
		act: `for ( let id = setTimeout( () => {} ); id > 0; id-- ) { clearTimeout( id ); clearInterval( id ); }`,
		arrives: 'later words',
	},
	{
		name: 'a document that is written anew',
		act: `document.open(); document.write( '<!doctype html><title>again</title><p id="p">written words</p><input id="f">' ); document.close(); await new Promise( ( done ) => setTimeout( done, 300 ) ); const f = document.getElementById( 'f' ); f.value = 'Zqsecret'; f.dispatchEvent( new Event( 'input', { bubbles: true } ) );`,
		texts: [ 'first words', 'written words' ],
	},
	{ name: 'a document that is replaced node by node', act: `document.documentElement.replaceWith( Object.assign( document.createElement( 'html' ), { innerHTML: '<head></head><body><p id="p">put words</p></body>' } ) );`, texts: [ 'first words', 'put words' ] },
	{
		name: 'frozen prototypes and a frozen name',
		before: `[ Object, Array, String, Map, Element, Node, EventTarget ].forEach( ( { prototype } ) => Object.freeze( prototype ) ); Object.freeze( Object ); Object.freeze( Array );`,
		late: `Object.freeze( window.candid );`,
	},
	{ name: 'a frozen window', before: `Object.defineProperty( window, 'candid', { value: { theirs: true } } );`, still: 'candid.theirs', stop: false },
	{ name: 'storage and history behind proxies', before: `for ( const name of [ 'sessionStorage', 'localStorage' ] ) { Object.defineProperty( window, name, { value: new Proxy( {}, { get() { throw new Error( 'no' ); } } ) } ); } window.history.pushState = new Proxy( history.pushState, {} );` },
	{
		name: 'a policy that demands Trusted Types and allows nothing inline',
		head: `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-HASH'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types candid">`,
		inline: false,
	},
	{ name: 'hundreds of fields beside a list', body: `<form>${ Array.from( { length: 600 }, ( _, i ) => `<input name="f${ i }" value="Zqvalue${ i }">` ).join( '' ) }</form>` },
	...[ 300, 500 ].map( ( depth ) => ( { name: `a page ${ depth } elements deep`, body: `${ '<div>'.repeat( depth ) }deepest words${ '</div>'.repeat( depth ) }`, texts: [ 'first words', 'deepest words', 'later words' ] } ) ),
	{
		name: 'elements named as properties of objects',
		body: '<constructor>first named</constructor>',
		act: `const odd = document.createElement( '__proto__' ); odd.textContent = 'later named'; odd.setAttribute( '__proto__', 'x' ); document.body.append( odd );`,
		texts: [ 'first named', 'later named' ],
	},
	{
		name: 'an attachShadow that the page wraps after the recorder',
		late: `const inner = Element.prototype.attachShadow; Element.prototype.attachShadow = window.theirs = function ( init ) { window.attached = ( window.attached ?? 0 ) + 1; return inner.call( this, init ); };`,
		act: `const host = document.createElement( 'div' ); document.body.append( host ); host.attachShadow( { mode: 'open' } ).innerHTML = '<p>shadow words</p>';`,
		texts: [ 'shadow words' ],
		still: `Element.prototype.attachShadow === theirs && attached === 1`,
		stopped: `( () => { document.createElement( 'div' ).attachShadow( { mode: 'open' } ); return attached; } )() === 2`,
	},
	{ name: 'an overwritten fetch that answers nonsense now and then', before: `const native = fetch; let n = 0; window.fetch = ( ...given ) => n++ % 2 ? native( ...given ) : ( n % 4 === 1 ? {} : Promise.reject( 'no' ) );` },
].map( ( page ) => ( { head: '', body: '', before: '', after: '', late: '', act: '', still: 'true', texts: [ 'first words', 'later words' ], stop: true, ...page, later: LATER } ) );
