/** Values that tell a visitor apart in a class, an id or an address. */
import { MASK } from '../../privacy';

/** A code, a long word. Shorter ones are names of columns, colors and the like too. */
export const isTelling = ( folded: string ): boolean => /^(?=.*\d)\S{5,}$|^\S{8,}$/.test( folded );

/**
 * An address without such values, in whatever part.
 *
 * @param hide Takes them out of a part that is decoded.
 */
export function hideInAddress( url: string, hide: ( part: string ) => string ): string {
	return url.replace( /[^/?#&=;]{5,}/g, ( part ) => {
		let plain = part;
		try {
			plain = decodeURIComponent( part.replace( /\+/g, ' ' ) );
		} catch {}
		return hide( plain ) === plain ? part : MASK;
	} );
}
