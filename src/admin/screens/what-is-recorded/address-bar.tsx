import apiFetch from '@wordpress/api-fetch';
import { Button } from '@wordpress/components';
import { useEffect, useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import { handover } from '../../data/handover';
import { pageAddress } from './page-address';

interface SitePage {
	link: string;
	title: string;
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
		apiFetch< { title: string; url: string }[] >( {
			path: '/wp/v2/search?type=post&per_page=100&_fields=title,url',
			signal: abort.signal,
		} ).then(
			( found ) => setPages( found.map( ( { title, url } ) => ( { title, link: url } ) ) ),
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
			elsewhere: __( 'Only pages of this site can be looked at, at the address this administration has.', 'candid' ),
			admin: __( 'WordPress’ own administration is never recorded.', 'candid' ),
			broken: __( 'This is not an address. Type a path such as /contact/, or choose a page.', 'candid' ),
		}[ address.problem ] );
	};

	return (
		<form className="candid-address" onSubmit={ onSubmit }>
			<label htmlFor={ id }>{ __( 'Page', 'candid' ) }</label>
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
				{ pages.map( ( { link, title } ) => (
					<option key={ link } value={ link }>
						{ title }
					</option>
				) ) }
			</datalist>
			<Button __next40pxDefaultSize variant="secondary" type="submit">
				{ __( 'Look at it', 'candid' ) }
			</Button>
			{ problem && (
				<p id={ `${ id }-problem` } className="candid-address__problem" role="alert">
					{ problem }
				</p>
			) }
		</form>
	);
}
