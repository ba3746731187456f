/** Why the fields of a page are sensitive, remembered from look to look. */
import { reasonOfField } from './field';
import { FieldLabels } from './labels';
import type { Preset } from './mask';
import { attributeOf } from './natives';

export class FieldReasons {
	/** A field that has been sensitive stays so. */
	private readonly reasons = new WeakMap<Element, string>();
	/** Fields looked at since the last forget(): a word list takes its time. */
	private judged = new WeakSet<Element>();
	/** Names and ids of password fields: a field made anew under such a name is one too. */
	private readonly passwordNames = new Set<string>();
	private readonly labels = new FieldLabels();

	/**
	 * @param preset        Decides which fields count as personal.
	 * @param sensitiveWord Finds the sensitive word in a name or label.
	 */
	constructor( private readonly preset: Preset, private readonly sensitiveWord: ( text: string ) => string | null ) {}

	/** Why a field is sensitive, see reasonOfField(). */
	of( field: Element ): string | null {
		let reason = this.reasons.get( field ) ?? null;
		if ( ! reason && ! this.judged.has( field ) ) {
			reason = reasonOfField( field, this.preset, this.sensitiveWord, this.labels );
		}
		this.judged.add( field );
		const names = [ attributeOf( field, 'id' ), attributeOf( field, 'name' ) ].filter( Boolean ) as string[];
		if ( reason === 'password' ) {
			names.forEach( ( name ) => this.passwordNames.add( name ) );
		} else if ( names.some( ( name ) => this.passwordNames.has( name ) ) ) {
			reason = 'password';
		}
		if ( reason ) {
			this.reasons.set( field, reason );
		}
		return reason;
	}

	/** Call when labels or names may have changed. */
	forget(): void {
		this.judged = new WeakSet();
		this.labels.forget();
	}
}
