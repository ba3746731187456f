/** The photographs of a product. They change by themselves only when asked to, and never with reduced motion. */
( () => {
	const root = document.querySelector( '[data-carousel]' );
	const slides = root ? [ ...root.querySelectorAll( '[data-carousel-slide]' ) ] : [];
	if ( slides.length < 2 ) {
		return;
	}
	const track = root.querySelector( '[data-carousel-track]' );
	const count = root.querySelector( '[data-carousel-count]' );
	const play = root.querySelector( '[data-carousel-play]' );
	const thumbs = [ ...root.querySelectorAll( '[data-carousel-to]' ) ];
	const calm = window.matchMedia( '(prefers-reduced-motion: reduce)' );
	let at = 0;
	let timer;

	function show( index ) {
		at = ( index + slides.length ) % slides.length;
		track.style.transform = `translateX(${ getComputedStyle( root ).direction === 'rtl' ? '' : '-' }${ at * 100 }%)`;
		count.textContent = `${ at + 1 } / ${ slides.length }`;
		slides.forEach( ( slide, number ) => slide.toggleAttribute( 'inert', number !== at ) );
		thumbs.forEach( ( thumb, number ) => thumb.setAttribute( 'aria-current', String( number === at ) ) );
	}

	function stop() {
		window.clearInterval( timer );
		timer = undefined;
		play.setAttribute( 'aria-pressed', 'false' );
		play.textContent = 'Play';
	}

	play.hidden = calm.matches;
	calm.addEventListener( 'change', () => {
		play.hidden = calm.matches;
		stop();
	} );
	play.addEventListener( 'click', () => {
		if ( timer ) {
			stop();
			return;
		}
		timer = window.setInterval( () => show( at + 1 ), 3500 );
		play.setAttribute( 'aria-pressed', 'true' );
		play.textContent = 'Pause';
	} );
	root.querySelector( '[data-carousel-back]' ).addEventListener( 'click', () => show( at - 1 ) );
	root.querySelector( '[data-carousel-on]' ).addEventListener( 'click', () => show( at + 1 ) );
	thumbs.forEach( ( thumb, index ) => thumb.addEventListener( 'click', () => show( index ) ) );
	show( 0 );
} )();
