/** Tabs with the keys people expect: arrows, Home and End. */
( () => {
	for ( const root of document.querySelectorAll( '[data-tabs]' ) ) {
		const tabs = [ ...root.querySelectorAll( '[role=tab]' ) ];
		const choose = ( tab ) => {
			for ( const one of tabs ) {
				const chosen = one === tab;
				one.setAttribute( 'aria-selected', String( chosen ) );
				one.tabIndex = chosen ? 0 : -1;
				document.getElementById( one.getAttribute( 'aria-controls' ) ).hidden = ! chosen;
			}
		};
		root.addEventListener( 'click', ( event ) => {
			const tab = event.target.closest( '[role=tab]' );
			if ( tab ) {
				choose( tab );
			}
		} );
		root.addEventListener( 'keydown', ( event ) => {
			const at = tabs.indexOf( event.target );
			const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[ event.key ];
			if ( at >= 0 && next !== undefined ) {
				event.preventDefault();
				const tab = tabs[ ( next + tabs.length ) % tabs.length ];
				choose( tab );
				tab.focus();
			}
		} );
	}
} )();
