/** <ob-rating value="4.5">: five pots, filled as far as the rating goes. Lives in a shadow root. */
( () => {
	const POT = 'M3 3h14l-1.2 2.4c2 1.4 3.2 3.6 3.2 6.1 0 4.2-3.6 6.5-9 6.5s-9-2.3-9-6.5C1 9 2.200 6.800 4.200 5.400Z';
	class Rating extends HTMLElement {
		connectedCallback() {
			if ( this.shadowRoot ) {
				return;
			}
			const value = Math.max( 0, Math.min( 5, Number( this.getAttribute( 'value' ) ) || 0 ) );
			const root = this.attachShadow( { mode: 'open' } );
			root.innerHTML = `<style>
				:host { display: inline-flex; gap: .5em; align-items: center; font-size: .9375rem; }
				.pots { position: relative; display: inline-block; inline-size: 6.25em; block-size: 1.1em; }
				svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
				.full { clip-path: inset(0 ${ 100 - value * 20 }% 0 0); }
			</style>
			<span class="pots" aria-hidden="true">${ row( 'rgb(25 26 51 / 18%)' ) }${ row( '#d8402a', 'full' ) }</span>
			<span>${ value.toFixed( 1 ).replace( '.0', '' ) } of 5</span>`;
		}
	}
	function row( colour, name = '' ) {
		const pots = [ 0, 1, 2, 3, 4 ].map( ( at ) => `<path transform="translate(${ at * 23 } 0)" fill="${ colour }" d="${ POT }"/>` ).join( '' );
		return `<svg class="${ name }" viewBox="0 0 112 20">${ pots }</svg>`;
	}
	if ( ! customElements.get( 'ob-rating' ) ) {
		customElements.define( 'ob-rating', Rating );
	}
} )();
