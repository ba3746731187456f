import type { FrontConfig } from '../../contracts/generated/front-config';
import { EVENT, type RecordedEvent } from '../recorded';
import { showUrl } from './page-description';

/** The address of the page, which scripts change without a new page. */
export class Address {
	private known = '';

	/** @param hide Takes out of an address what fields hold that are not recorded. */
	constructor( private readonly config: FrontConfig, private readonly hide: ( url: string ) => string ) {}

	/** Takes the present address for told. */
	read(): void {
		this.known = location.href;
	}

	/** The event that tells a changed address; null where the address is the same. */
	change( timestamp: number ): RecordedEvent | null {
		if ( location.href === this.known ) {
			return null;
		}
		this.read();
		return { type: EVENT.custom, timestamp, data: { tag: 'candid:address', payload: { href: showUrl( this.hide( this.known ), this.config ) } } };
	}
}
