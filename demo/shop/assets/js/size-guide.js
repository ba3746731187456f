/** <ob-size-guide size="14 × 9 × 9">: measures in centimetres or inches, in a shadow root. */
( () => {
	const NAMES = [ 'High', 'Wide', 'Deep' ];
	class SizeGuide extends HTMLElement {
		#inches = false;

		connectedCallback() {
			if ( ! this.shadowRoot ) {
				this.attachShadow( { mode: 'open' } );
				this.shadowRoot.addEventListener( 'click', ( event ) => {
					if ( event.target.closest( 'button' ) ) {
						this.#inches = ! this.#inches;
						this.#show();
						this.shadowRoot.querySelector( 'button' ).focus();
					}
				} );
			}
			this.#show();
		}

		#show() {
			const sizes = ( this.getAttribute( 'size' ) ?? '' ).split( '×' ).map( Number );
			const text = ( size ) => ( this.#inches ? `${ ( size / 2.54 ).toFixed( 1 ) } in` : `${ size } cm` );
			const rows = sizes.map( ( size, at ) => `<div><dt>${ NAMES[ at ] }</dt><dd>${ text( size ) }</dd></div>` ).join( '' );
			this.shadowRoot.innerHTML = `<style>
				:host { display: block; margin-block-end: 1rem; }
				dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; margin: 0 0 .75rem; }
				div { padding: .75rem 1rem; background: #eef0f4; }
				dt { font-size: .875rem; }
				dd { margin: 0; font-weight: 700; font-size: 1.125rem; }
				button { padding: .35rem .9rem; border: 1.5px solid; border-radius: 99px; background: none; color: inherit; font: inherit; font-size: .9375rem; cursor: pointer; }
				button:focus-visible { outline: 3px solid #2440c7; outline-offset: 2px; }
			</style><dl>${ rows }</dl><button type="button">Show in ${ this.#inches ? 'centimetres' : 'inches' }</button>`;
		}
	}
	if ( ! customElements.get( 'ob-size-guide' ) ) {
		customElements.define( 'ob-size-guide', SizeGuide );
	}
} )();
