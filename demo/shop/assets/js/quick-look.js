/** The quick look: a modal dialog, filled with the product whose button was pressed. */
( () => {
	const dialog = document.getElementById( 'quick-look' );
	const data = document.getElementById( 'ovenbird-products' );
	if ( ! dialog || ! data ) {
		return;
	}
	const products = JSON.parse( data.textContent );
	const body = dialog.querySelector( '[data-quick-look-body]' );

	function element( name, properties, ...children ) {
		const made = Object.assign( document.createElement( name ), properties );
		made.append( ...children );
		return made;
	}

	function fill( product ) {
		const image = product.images[ 0 ];
		const rating = document.createElement( 'ob-rating' );
		rating.setAttribute( 'value', String( product.rating ) );
		const form = element( 'form', {}, element( 'button', { className: 'button', type: 'submit', textContent: 'Add to basket' } ), element( 'p', { className: 'add-note' } ) );
		form.dataset.add = product.slug;
		form.lastChild.dataset.addNote = '';
		form.lastChild.setAttribute( 'role', 'status' );
		body.replaceChildren(
			element( 'div', { className: `quick-look-image tone-${ product.tone }` }, image ? element( 'img', { src: image.url, alt: image.alt, width: 640, height: 640 } ) : '' ),
			element(
				'div',
				{ className: 'quick-look-words' },
				element( 'p', { className: 'eyebrow', textContent: product.shelf_name } ),
				element( 'h2', { id: 'quick-look-name', textContent: product.name } ),
				element( 'p', { textContent: product.line } ),
				rating,
				element( 'p', { className: 'product-price', textContent: '£' + ( product.price / 100 ).toFixed( product.price % 100 ? 2 : 0 ) } ),
				form,
				element( 'p', {}, element( 'a', { href: product.url, textContent: 'All about it' } ) ),
			),
		);
	}

	document.addEventListener( 'click', ( event ) => {
		const button = event.target.closest( '[data-quick-look]' );
		const product = button && products.find( ( one ) => one.slug === button.dataset.quickLook );
		if ( product ) {
			fill( product );
			dialog.showModal();
		} else if ( event.target === dialog ) {
			dialog.close();
		}
	} );
} )();
