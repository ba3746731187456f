/**
 * States of controls. A script sets `value` and `checked` without any event, so known controls are compared with
 * what was told of them last, once a look; no setter of the page is replaced.
 */
import { TYPED, isFocused } from '../masking/focus';
import { EVENT, SOURCE, type RecordedEvent } from '../recorded';
import { hashOf, type Entries, type Entry } from './dom/entry';
import { localNameOf } from '../../privacy/natives';

/** More controls than these are looked at in turns. */
const MOST_AT_ONCE = 200;

const CONTROL = /^(input|textarea|select)$/;

export class Fields {
	/** Hash of what was told last, by control. */
	private readonly told = new Map<Element, number>();
	private turn: Element[] = [];

	/**
	 * @param tell     Takes an input event and its control.
	 * @param isHidden Whether of a control no more than a mask is shown.
	 */
	public constructor( private readonly entries: Entries, private readonly tell: ( event: RecordedEvent, field: Element ) => void, private readonly isHidden: ( entry: Entry ) => boolean ) {}

	/** A control was recorded with what it is set to. */
	public recorded( field: Element ): void {
		this.told.set( field, settingOf( field as HTMLInputElement ).hash );
	}

	/**
	 * Compares one control. Of what is being written nothing is told until the visitor has finished: half a number cannot
	 * be known for that of a card.
	 *
	 * @param isFinished Whether the browser said so, by a change event.
	 */
	public compare( field: Element, isFinished = false ): void {
		const entry = CONTROL.test( localNameOf( field ) ) ? this.entries.of( field ) : null;
		if ( ! entry ) {
			this.told.delete( field );
			return;
		}
		const { text, isChecked, hash } = settingOf( field as HTMLInputElement );
		const isWritten = text !== '' && ! isFinished && isTyped( field as HTMLInputElement ) && isFocused( field ) && ! this.isHidden( entry );
		if ( ! isWritten && this.told.get( field ) !== hash ) {
			this.told.set( field, hash );
			this.tell( { type: EVENT.incremental, timestamp: Date.now(), data: { source: SOURCE.input, id: entry.id, text, isChecked } }, field );
		}
	}

	/** Compares known controls, all or as many as one look may. */
	public compareAll(): void {
		if ( this.turn.length === 0 ) {
			this.turn = [ ...this.told.keys() ];
		}
		this.turn.splice( 0, MOST_AT_ONCE ).forEach( ( field ) => this.compare( field ) );
	}

	public stop(): void {
		this.told.clear();
		this.turn = [];
	}
}

const isTyped = ( { type }: HTMLInputElement ): boolean => TYPED.test( type );

function settingOf( { type, value, checked }: HTMLInputElement ): { text: string; isChecked: boolean; hash: number } {
	const isChoice = type === 'radio' || type === 'checkbox';
	const text = isChoice ? value || 'on' : String( value );
	return { text, isChecked: isChoice && checked, hash: hashOf( isChoice ? String( checked ) : text ) };
}
