/**
 * The browser's own functions on a page that may have replaced them: those of the page itself where they are built in
 * still, else those of a clean realm, an `about:blank` frame that is taken out again in the same task.
 */

type Realm = Record<string, object | undefined>;

const page = globalThis as unknown as Realm;
const sourceOf = Function.prototype.toString;
const { apply, getOwnPropertyDescriptor: descriptorOf } = Reflect;
const { hasOwnProperty } = Object.prototype;

/**
 * Whether a function is the browser's: it says so, has the name of its property, which a bound one has not, and cannot
 * be constructed, as a wrapper in the old style can that lends the source of what it wraps. Only operators are used and
 * what was taken above: the page may have replaced all else.
 */
export function isBuiltIn( value: unknown, name: PropertyKey ): boolean {
	if ( typeof value !== 'function' ) {
		return true;
	}
	try {
		const own = value.name;
		const source = apply( sourceOf, value, [] );
		const isNative = source === `function ${ own }() { [native code] }` || source === `function ${ own }() {\n    [native code]\n}`;
		const isNamed = typeof name === 'symbol' || own === name || own === `get ${ name as string }` || own === 'values';
		const isClass = typeof name === 'string' && name[ 0 ]! <= 'Z';
		return isNative && isNamed && ( isClass || ! apply( hasOwnProperty, value, [ 'prototype' ] ) );
	} catch {
		return false;
	}
}

let clean: Realm | null | undefined;

/**
 * Takes the frame out again before any script of the page runs; not earlier, for a window that is detached makes no more
 * classes of the DOM. An async function needs nothing that a page can replace.
 */
async function takeOut( frame: Element, removeChild: Node[ 'removeChild' ] ): Promise<void> {
	await null;
	try {
		apply( removeChild, document.documentElement, [ frame ] );
	} catch {}
}

/** A realm that no script of the page has touched; null where the page allows none. Made once, when it is first asked for. */
function cleanRealm(): Realm | null {
	if ( clean === undefined ) {
		clean = null;
		try {
			const { createElement } = Document.prototype;
			const { appendChild, removeChild } = Node.prototype;
			const frame = apply( createElement, document, [ 'iframe' ] ) as HTMLIFrameElement;
			frame.hidden = true;
			apply( appendChild, document.documentElement, [ frame ] );
			clean = frame.contentWindow as unknown as Realm | null;
			void takeOut( frame, removeChild );
		} catch {
			// A page of which not even a frame can be made: its own functions are all there is.
		}
	}
	return clean;
}

const holderIn = ( realm: Realm, holder: string, isPrototype: boolean ): object | undefined => {
	const found = holder ? realm[ holder ] : realm;
	return isPrototype ? ( found as { prototype?: object } | undefined )?.prototype : found;
};

/**
 * A built-in property as the browser has made it; undefined for one that this browser does not have.
 *
 * @param holder      Name of a class or namespace; empty for the window.
 * @param isPrototype Whether the property is one of the prototype of the class.
 * @param name        Name of the property.
 */
export function builtIn( holder: string, isPrototype: boolean, name: PropertyKey ): PropertyDescriptor | undefined {
	const read = ( realm: Realm ) => {
		const object = holderIn( realm, holder, isPrototype );
		return object && descriptorOf( object, name );
	};
	const ours = read( page );
	if ( ours && isBuiltIn( ours.get ?? ours.value, name ) ) {
		return ours;
	}
	const realm = cleanRealm();
	const theirs = realm ? read( realm ) : undefined;
	return theirs && isBuiltIn( theirs.get ?? theirs.value, name ) ? theirs : ours;
}

const call = builtIn( 'Function', true, 'call' )!.value as object;
const bind = builtIn( 'Function', true, 'bind' )!.value as ( receiver: object, method: object ) => never;

/** A function of `this` and arguments as a function whose first argument is `this`. */
export const uncurried = ( method: object ): never => apply( bind, call, [ method ] ) as never;
