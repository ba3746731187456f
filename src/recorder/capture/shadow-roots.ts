/**
 * Shadow roots that come to an element after it was recorded: a late custom element, most often. No observer tells of
 * them, so `attachShadow` is wrapped in every realm of the page, and unwrapped at the end.
 */
import { closedRoots, windowOf } from '../../privacy/natives';
import { run } from '../tasks/task';

const apply = Reflect.apply;

interface Wrapped {
	prototype: Element;
	/** The wrapper tells no longer, also where the page has kept it or wrapped it again. */
	end: () => void;
}

export class ShadowRoots {
	private readonly wrapped = new Map<Document, Wrapped>();

	/** @param onAttach Told of an element that got a root. */
	public constructor( private readonly onAttach: ( host: Element ) => void ) {}

	/** Wraps `attachShadow` in the realm of a document. */
	public watch( document: Document ): void {
		const prototype = windowOf( document )?.Element.prototype;
		const native = prototype && Object.getOwnPropertyDescriptor( prototype, 'attachShadow' );
		if ( ! prototype || ! native?.configurable || typeof native.value !== 'function' || this.wrapped.has( document ) ) {
			return;
		}
		const original = native.value as Element[ 'attachShadow' ];
		let tell: ( ( host: Element ) => void ) | null = this.onAttach;
		// A method has no `prototype` and cannot be constructed, as the built-in function.
		const { attachShadow } = {
			// eslint-disable-next-line @typescript-eslint/no-unused-vars -- The length of the built-in function is 1.
			attachShadow( this: Element, init: ShadowRootInit ): ShadowRoot {
				// eslint-disable-next-line prefer-rest-params -- A call without any argument must stay one.
				const root = apply( original, this, arguments );
				// The page has its root, whatever becomes of the recording.
				run( () => {
					if ( tell ) {
						closedRoots.set( this, root );
						tell( this );
					}
				} );
				return root;
			},
		};
		Object.defineProperty( prototype, 'attachShadow', { ...native, value: attachShadow } );
		this.wrapped.set( document, {
			prototype,
			end() {
				tell = null;
				// Another script's wrapper around ours stays, and ends in the built-in function.
				if ( prototype.attachShadow === attachShadow ) {
					Object.defineProperty( prototype, 'attachShadow', native );
				}
			},
		} );
	}

	/** Unwraps the realm of a document. */
	public leave( document: Document ): void {
		this.wrapped.get( document )?.end();
		this.wrapped.delete( document );
	}

	public stop(): void {
		this.wrapped.forEach( ( { end } ) => end() );
		this.wrapped.clear();
	}
}
