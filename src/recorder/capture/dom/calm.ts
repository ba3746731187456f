/** At the lowest detail, changes of style and class of one element are told once a second, the last of them always. */
import { DETAIL } from '../../recorded';
import { SLOW_MS, type Detail } from '../settings';
import type { Changes } from './changes';

/** Attributes that animations set. Another attribute of the element is told at once, and these with it. */
const LOOKS = /^(style|class)$/;

export class Calm {
	/** When a change of an element was told last (ms, performance.now()). */
	private readonly told = new WeakMap<Element, number>();
	/** Names of attributes that wait, by their element. */
	private readonly late = new Map<Element, Set<string>>();

	/** @param isEditing Whether a visitor writes. What is told then is masked: nothing waits until it no longer would be. */
	public constructor( private readonly detail: Detail, private readonly isEditing: () => boolean ) {}

	/** Keeps what changed for later; or answers false, and adds to the names those that waited. */
	public keeps( element: Element, names: Set<string> ): boolean {
		this.late.get( element )?.forEach( ( name ) => names.add( name ) );
		this.late.delete( element );
		if ( this.detail.level >= DETAIL.fewerStyles ) {
			if ( ! this.isDue( element ) && [ ...names ].every( ( name ) => LOOKS.test( name ) ) && ! this.isEditing() ) {
				this.late.set( element, names );
				return true;
			}
			this.told.set( element, performance.now() );
		}
		return false;
	}

	/** Marks as changed what has waited long enough, or all that waits. */
	public release( changes: Pick<Changes, 'mark'>, isAll: boolean ): void {
		this.late.forEach( ( names, element ) => {
			if ( isAll || this.isDue( element ) ) {
				this.told.delete( element );
				names.forEach( ( name ) => changes.mark( element, name ) );
			}
		} );
	}

	public stop(): void {
		this.late.clear();
	}

	private isDue( element: Element ): boolean {
		return ! ( performance.now() - this.told.get( element )! < SLOW_MS );
	}
}
