/**
 * The language's own functions while the recorder works. Pages replace them: `Array.from` without a mapper, `Date.now`
 * that answers a Date, a `Map` of their own. Where one is replaced, the browser's stands in its place during a task of
 * the recorder, and the page's is back before any script of the page runs: tasks are synchronous. The value alone of an
 * existing property is exchanged, so that no shape of an object changes and compiled code stays.
 */
import { builtIn } from '../../privacy/realm';

interface Row {
	object: object;
	name: PropertyKey;
	descriptor: PropertyDescriptor;
}

/** Classes and namespaces that the recorder uses. */
const HOLDERS = [ 'Array', 'Object', 'String', 'Number', 'RegExp', 'Function', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'JSON', 'Math', 'Reflect' ];
/** Functions of the window itself. */
const FUNCTIONS = [ 'setTimeout', 'clearTimeout', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'parseInt', 'decodeURIComponent', 'encodeURIComponent' ];
/** Second names of functions (ECMAScript, Annex B). */
const isAlias = ( name: PropertyKey ): boolean => name === 'trimLeft' || name === 'trimRight' || name === 'toGMTString';
/** Prototypes of what is written as a literal: no property of the window leads to them for certain. */
const LITERALS: Record<string, object> = { Array: [], Object: {}, String: Object( '' ), Number: Object( 0 ), RegExp: /x/, Function: () => {} };

const { getPrototypeOf, getOwnPropertyDescriptor: descriptorOf, defineProperty, deleteProperty, ownKeys } = Reflect;
const { bind } = Function.prototype;

export class BuiltIns {
	private rows: Row[] = [];
	/** Rows whose function the page has replaced. */
	private replaced: Row[] = [];
	/** The page's own functions, while the browser's are in place. */
	private pages: ( PropertyDescriptor | undefined )[] | null = null;

	/** Learns which functions are the browser's. */
	public start(): void {
		const rows: Row[] = [];
		const add = ( object: object | undefined, holder: string, isPrototype: boolean, names: readonly PropertyKey[] ) => {
			for ( let at = 0; object && at < names.length; at++ ) {
				const name = names[ at ]!;
				// Accessors are looked at by nobody here.
				const descriptor = name === 'constructor' || isAlias( name ) || descriptorOf( object, name )?.get ? undefined : builtIn( holder, isPrototype, name );
				if ( typeof descriptor?.value === 'function' || ( descriptor && ! holder ) ) {
					rows[ rows.length ] = { object, name, descriptor };
				}
			}
		};
		add( window, '', false, HOLDERS );
		add( window, '', false, FUNCTIONS );
		for ( let at = 0; at < rows.length; at++ ) {
			const { name, descriptor } = rows[ at ]!;
			if ( at >= HOLDERS.length && descriptor.value !== descriptorOf( window, name )?.value ) {
				// A function of another window has to be told whose timers it sets.
				rows[ at ]!.descriptor = { ...descriptor, value: Reflect.apply( bind, descriptor.value, [ window ] ) };
			}
		}
		for ( let at = 0; at < HOLDERS.length; at++ ) {
			const holder = HOLDERS[ at ]!;
			const found = rows[ at ]!.descriptor.value as { prototype?: object };
			const literal = LITERALS[ holder ];
			const prototype = literal ? getPrototypeOf( literal )! : found.prototype;
			add( found, holder, false, ownKeys( found ) );
			add( prototype, holder, true, ownKeys( found.prototype ?? {} ) );
		}
		this.rows = rows;
		this.check();
	}

	/** Looks which functions the page has replaced by now. */
	public check(): void {
		const replaced: Row[] = [];
		for ( let at = 0; at < this.rows.length; at++ ) {
			const row = this.rows[ at ]!;
			if ( ( row.object as Record<PropertyKey, unknown> )[ row.name ] !== row.descriptor.value ) {
				replaced[ replaced.length ] = row;
			}
		}
		this.replaced = replaced;
	}

	/** Puts the browser's functions in place. */
	public enter(): void {
		const { replaced } = this;
		const pages: ( PropertyDescriptor | undefined )[] = ( this.pages = [] );
		for ( let at = 0; at < replaced.length; at++ ) {
			const { object, name, descriptor } = replaced[ at ]!;
			const theirs = ( pages[ at ] = descriptorOf( object, name ) );
			// Nothing happens where the page has frozen the object: then its own function is all there is.
			defineProperty( object, name, theirs && 'value' in theirs ? { value: descriptor.value } : descriptor );
		}
	}

	/** Gives the page its functions back. */
	public leave(): void {
		const { replaced, pages } = this;
		this.pages = null;
		for ( let at = 0; pages && at < replaced.length; at++ ) {
			const { object, name } = replaced[ at ]!;
			const theirs = pages[ at ];
			if ( theirs ) {
				defineProperty( object, name, theirs );
			} else {
				deleteProperty( object, name );
			}
		}
	}
}
