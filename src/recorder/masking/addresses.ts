/**
 * The page's own address as it may be shown: parts that came in answer to what a visitor writes are masked, for a page
 * may write a search, a choice or a name there by `history.pushState()`.
 */
import { MASK } from '../../privacy';
import type { Answers } from './answers';
import { hashOfText } from './hash-set';

const SEED = 4;

export class Addresses {
	private last = '';
	private shown = '';

	constructor( private readonly answers: Answers, private readonly isEditing: () => boolean ) {}

	/** An address of the page as it may be shown. The browser tells of no change: ask often. */
	show( href: string ): string {
		if ( href !== this.last ) {
			this.last = href;
			this.shown = this.judge( href );
		}
		return this.shown;
	}

	private judge( href: string ): string {
		const { answers } = this;
		const whole = hashOfText( href, SEED );
		const isHidden = ! answers.knowsName( whole ) && ( this.isEditing() || answers.hidesKey( whole ) );
		answers[ isHidden ? 'hideKey' : 'learnName' ]( whole );
		const [ , origin = '', path = '', query = '' ] = /^([a-z]+:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i.exec( href ) ?? [];
		const part = ( text: string ) => {
			const hash = hashOfText( text, SEED );
			if ( ! isHidden ) {
				answers.learnName( hash );
			}
			return ! isHidden || answers.knowsName( hash ) ? text : null;
		};
		const pairs = query.slice( 1 ).split( '&' ).flatMap( ( pair ) => ( pair && part( pair ) ) || [] );
		return origin + path.replace( /[^/]+/g, ( text ) => part( text ) ?? MASK ) + ( pairs.length > 0 ? `?${ pairs.join( '&' ) }` : '' );
	}
}
