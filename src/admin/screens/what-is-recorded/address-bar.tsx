import apiFetch from '@wordpress/api-fetch';
import { Button } from '@wordpress/components';
import { useEffect, useId, useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { handover } from '../../data/handover';
import { sift } from '../../data/sift';
import { plainText } from '../../text/plain-text';
import { pageAddress } from './page-address';

interface SitePage {
	url: string;
	title: string;
}

function isSitePage( item: unknown ): item is SitePage {
	const { url, title } = ( item ?? {} ) as Partial< SitePage >;
	return typeof url === 'string' && typeof title === 'string';
}

interface AddressBarProps {
	/** Address of the page that is shown. */
	current: string;
	onGo: ( url: string ) => void;
}

/** Where to look: an address to type, with the site's pages and posts as suggestions. */
export function AddressBar( { current, onGo }: AddressBarProps ) {
	const { siteUrl } = handover();
	const id = useId();
	const [ typed, setTyped ] = useState( current );
	const [ pages, setPages ] = useState< SitePage[] >( [] );
	const [ problem, setProblem ] = useState( '' );

	useEffect( () => setTyped( current ), [ current ] );
	useEffect( () => {
		const abort = new AbortController();
		apiFetch< unknown >( {
			path: '/wp/v2/search?type=post&per_page=100&_fields=title,url',
			signal: abort.signal,
		} ).then(
			( found ) => setPages( sift( Array.isArray( found ) ? found : [], isSitePage ).good ),
			// Suggestions are a convenience; an address can be typed without them.
			() => undefined,
		);
		return () => abort.abort();
	}, [] );

	const onSubmit = ( event: FormEvent ) => {
		event.preventDefault();
		const address = pageAddress( typed, siteUrl, window.location.origin );
		if ( 'url' in address ) {
			setProblem( '' );
			onGo( address.url );
			return;
		}
		setProblem( {
			elsewhere: __( 'Enter a page of this site, with the same domain as this admin area.', 'candid' ),
			admin: __( 'The WordPress admin area is never recorded.', 'candid' ),
			broken: __( 'This is not an address. Enter a path such as /contact/, or choose a page.', 'candid' ),
		}[ address.problem ] );
	};

	return (
		<form className="candid-address" onSubmit={ onSubmit }>
			<label htmlFor={ id }>{ _x( 'Page', 'page of the site', 'candid' ) }</label>
			<input
				id={ id }
				type="text"
				inputMode="url"
				dir="ltr"
				list={ `${ id }-pages` }
				autoComplete="off"
				spellCheck={ false }
				aria-invalid={ problem !== '' }
				aria-describedby={ problem ? `${ id }-problem` : undefined }
				value={ typed }
				onChange={ ( event ) => setTyped( event.target.value ) }
				onFocus={ ( event ) => event.target.select() }
			/>
			<datalist id={ `${ id }-pages` }>
				{ pages.map( ( { url, title } ) => (
					<option key={ url } value={ url }>
						{ plainText( title ) }
					</option>
				) ) }
			</datalist>
			<Button __next40pxDefaultSize variant="secondary" type="submit">
				{ __( 'Show page', 'candid' ) }
			</Button>
			{ problem && (
				<p id={ `${ id }-problem` } className="candid-address__problem" role="alert">
					{ problem }
				</p>
			) }
		</form>
	);
}
