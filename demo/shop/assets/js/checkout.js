/** Checkout: the basket becomes the order summary; ways to pay open and close their fields. */
( () => {
	const form = document.querySelector( '[data-checkout]' );
	const basket = window.ovenbirdBasket;
	if ( ! form || ! basket ) {
		return;
	}
	const none = document.querySelector( '[data-checkout-none]' );
	const products = new Map( JSON.parse( document.getElementById( 'ovenbird-products' ).textContent ).map( ( one ) => [ one.slug, one ] ) );
	const place = ( name ) => form.querySelector( `[data-${ name }]` );
	const price = ( pence ) => '£' + ( pence % 100 === 0 ? pence / 100 : ( pence / 100 ).toFixed( 2 ) );

	function line( { slug, count }, product ) {
		const item = document.createElement( 'li' );
		const image = document.createElement( 'img' );
		Object.assign( image, { src: product.images[ 0 ]?.url ?? '', alt: '', width: 64, height: 64 } );
		const name = document.createElement( 'span' );
		name.textContent = product.name;
		const number = document.createElement( 'input' );
		Object.assign( number, { type: 'number', min: '0', max: '20', value: String( count ) } );
		number.setAttribute( 'aria-label', `How many: ${ product.name }` );
		number.addEventListener( 'change', () => basket.setCount( slug, Math.max( 0, Math.min( 20, Number( number.value ) || 0 ) ) ) );
		const sum = document.createElement( 'b' );
		sum.textContent = price( product.price * count );
		item.append( image, name, number, sum );
		return item;
	}

	function show() {
		const lines = basket.read().filter( ( one ) => products.has( one.slug ) );
		form.hidden = lines.length === 0;
		none.hidden = lines.length > 0;
		place( 'summary-lines' ).replaceChildren( ...lines.map( ( one ) => line( one, products.get( one.slug ) ) ) );
		place( 'checkout-basket' ).value = lines.map( ( one ) => `${ one.slug }:${ one.count }` ).join( ',' );
		showSums( lines );
	}

	function showSums( lines ) {
		const pots = lines.reduce( ( sum, one ) => sum + products.get( one.slug ).price * one.count, 0 );
		const delivery = Number( form.querySelector( '[name=delivery]:checked' ).dataset.cost );
		place( 'summary-pots' ).textContent = price( pots );
		place( 'summary-delivery' ).textContent = delivery === 0 ? 'Free' : price( delivery );
		place( 'summary-total' ).textContent = price( pots + delivery );
	}

	form.addEventListener( 'change', ( event ) => {
		if ( event.target.name === 'delivery' ) {
			show();
		}
		if ( event.target.name === 'pay' ) {
			for ( const fields of form.querySelectorAll( '[data-pay]' ) ) {
				fields.hidden = fields.dataset.pay !== event.target.value;
			}
		}
		if ( event.target.matches( '[data-split]' ) ) {
			place( 'second-card' ).hidden = ! event.target.checked;
		}
	} );
	document.addEventListener( 'ovenbird:basket', show );
	show();
} )();
