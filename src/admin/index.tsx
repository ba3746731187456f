import domReady from '@wordpress/dom-ready';
import { createRoot } from '@wordpress/element';
import { App } from './app';
import './index.scss';

domReady( () => {
	const root = document.getElementById( 'candid-admin' );
	if ( root ) {
		createRoot( root ).render( <App /> );
	}
} );
