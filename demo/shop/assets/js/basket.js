/**
 * The basket: product names and counts in sessionStorage, shown in the head of every page.
 * Other scripts use window.ovenbirdBasket.
 */
( () => {
	const NAME = 'ovenbird-basket';

	function read() {
		try {
			const lines = JSON.parse( window.sessionStorage.getItem( NAME ) ?? '[]' );
			return Array.isArray( lines ) ? lines : [];
		} catch {
			return [];
		}
	}

	function write( lines ) {
		try {
			window.sessionStorage.setItem( NAME, JSON.stringify( lines ) );
		} catch {
			// Storage is refused: the basket then lasts as long as the page.
		}
		show();
		document.dispatchEvent( new CustomEvent( 'ovenbird:basket' ) );
	}

	function setCount( slug, count ) {
		const lines = read();
		const line = lines.find( ( one ) => one.slug === slug );
		if ( line ) {
			line.count = count;
		} else {
			lines.push( { slug, count } );
		}
		write( lines.filter( ( one ) => one.count > 0 ) );
	}

	function add( slug, count ) {
		const line = read().find( ( one ) => one.slug === slug );
		setCount( slug, ( line?.count ?? 0 ) + count );
	}

	function show() {
		const count = read().reduce( ( sum, line ) => sum + line.count, 0 );
		for ( const place of document.querySelectorAll( '[data-basket-count]' ) ) {
			place.textContent = String( count );
			place.classList.toggle( 'has-some', count > 0 );
		}
	}

	window.ovenbirdBasket = { read, add, setCount, empty: () => write( [] ) };

	document.addEventListener( 'submit', ( event ) => {
		const form = event.target.closest( '[data-add]' );
		if ( ! form ) {
			return;
		}
		event.preventDefault();
		const count = Math.max( 1, Number( form.elements.count?.value ?? 1 ) || 1 );
		add( form.dataset.add, count );
		const note = form.querySelector( '[data-add-note]' );
		if ( note ) {
			note.textContent = count === 1 ? 'In your basket.' : `${ count } of them in your basket.`;
		}
	} );

	if ( document.querySelector( '[data-order-received]' ) ) {
		write( [] );
	}
	show();
} )();
