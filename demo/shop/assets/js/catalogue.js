/**
 * The product list. A filter builds the list anew (innerHTML); sorting moves the nodes that are
 * there. Both ways occur on real shops, and a recording has to follow both.
 */
( () => {
	const root = document.querySelector( '[data-catalogue]' );
	if ( ! root ) {
		return;
	}
	const products = JSON.parse( document.getElementById( 'ovenbird-products' ).textContent );
	const form = root.querySelector( '[data-catalogue-form]' );
	const list = root.querySelector( '[data-catalogue-list]' );
	const count = root.querySelector( '[data-catalogue-count]' );
	const none = root.querySelector( '[data-catalogue-none]' );
	const limit = root.querySelector( '[data-limit]' );
	const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
	const escape = ( text ) => String( text ).replace( /[&<>"']/g, ( sign ) => ESCAPES[ sign ] );

	function tile( product ) {
		const image = product.images[ 0 ];
		return `<li class="tile tone-${ escape( product.tone ) }" data-slug="${ escape( product.slug ) }">
			<a class="tile-link" href="${ escape( product.url ) }">
				<span class="tile-image">${ image ? `<img src="${ escape( image.url ) }" alt="${ escape( image.alt ) }" width="640" height="640" loading="lazy" decoding="async">` : '<span class="no-image"></span>' }</span>
				<span class="tile-name">${ escape( product.name ) }</span>
				<span class="tile-price">${ price( product.price ) }</span>
				<span class="tile-line">${ escape( product.line ) }</span>
			</a>
			<button class="tile-look" type="button" data-quick-look="${ escape( product.slug ) }">Quick look<span class="hidden"> ${ escape( product.name ) }</span></button>
		</li>`;
	}

	function price( pence ) {
		return '£' + ( pence % 100 === 0 ? pence / 100 : ( pence / 100 ).toFixed( 2 ) );
	}

	const orders = {
		'': ( one, other ) => products.indexOf( one ) - products.indexOf( other ),
		'price-up': ( one, other ) => one.price - other.price,
		'price-down': ( one, other ) => other.price - one.price,
		name: ( one, other ) => one.name.localeCompare( other.name ),
	};

	function sort() {
		const bySlug = new Map( products.map( ( product ) => [ product.slug, product ] ) );
		const tiles = [ ...list.children ];
		tiles.sort( ( one, other ) => orders[ form.elements.order.value ]( bySlug.get( one.dataset.slug ), bySlug.get( other.dataset.slug ) ) );
		for ( const element of tiles ) {
			list.appendChild( element );
		}
	}

	function filter() {
		const shelf = form.elements.shelf.value;
		const most = Number( form.elements.limit.value ) * 100;
		const shown = products.filter( ( product ) => ( shelf === '' || product.shelf === shelf ) && product.price <= most );
		list.innerHTML = shown.map( tile ).join( '' );
		limit.textContent = price( most );
		count.textContent = shown.length === 1 ? '1 piece' : `${ shown.length } pieces`;
		none.hidden = shown.length > 0;
		sort();
	}

	function remember() {
		const address = new URL( window.location.href );
		for ( const key of [ 'shelf', 'order' ] ) {
			const value = form.elements[ key ].value;
			if ( value ) {
				address.searchParams.set( key, value );
			} else {
				address.searchParams.delete( key );
			}
		}
		window.history.replaceState( null, '', address );
	}

	form.addEventListener( 'submit', ( event ) => event.preventDefault() );
	form.addEventListener( 'change', ( event ) => {
		if ( event.target.name === 'order' ) {
			sort();
		} else {
			filter();
		}
		remember();
	} );
	form.elements.limit.addEventListener( 'input', () => {
		limit.textContent = price( Number( form.elements.limit.value ) * 100 );
	} );

	const asked = new URL( window.location.href ).searchParams;
	const shelfInput = [ ...form.elements.shelf ].find( ( input ) => input.value === asked.get( 'shelf' ) );
	if ( shelfInput ) {
		shelfInput.checked = true;
	}
	if ( Object.hasOwn( orders, asked.get( 'order' ) ?? '' ) ) {
		form.elements.order.value = asked.get( 'order' ) ?? '';
	}
	if ( shelfInput || asked.get( 'order' ) ) {
		filter();
	}
} )();
