import type { FrontConfig } from '../../contracts/generated/front-config';
import { EVENT, type RecordedEvent } from '../recorded';
import { showUrl } from './page-description';

/** The address of the page, which scripts change without a new page. */
export class Address {
	private known = '';

	constructor( private readonly config: FrontConfig ) {}

	/** Takes the present address for told. */
	read(): void {
		this.known = location.href;
	}

	/**
	 * The event that tells a changed address; null where the address is the same.
	 *
	 * @param shown What of an address of the page may be shown.
	 */
	change( timestamp: number, shown: ( href: string ) => string ): RecordedEvent | null {
		if ( location.href === this.known ) {
			return null;
		}
		this.read();
		return { type: EVENT.custom, timestamp, data: { tag: 'candid:address', payload: { href: showUrl( shown( this.known ), this.config ) } } };
	}
}
