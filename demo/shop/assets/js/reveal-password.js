/** The button that shows a password: the field's type becomes text and back. */
( () => {
	document.addEventListener( 'click', ( event ) => {
		const button = event.target.closest( '[data-reveal]' );
		if ( ! button ) {
			return;
		}
		const field = document.getElementById( button.dataset.reveal );
		const shown = field.type === 'password';
		field.type = shown ? 'text' : 'password';
		button.setAttribute( 'aria-pressed', String( shown ) );
		button.textContent = shown ? 'Hide' : 'Show';
	} );
} )();
