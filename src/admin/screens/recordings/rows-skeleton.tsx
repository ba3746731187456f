import { __ } from '@wordpress/i18n';

const ROWS = [ 62, 48, 71, 55, 40, 66, 52, 58 ];

/** Gray rows in place of the list, so that nothing jumps when it comes. */
export function RowsSkeleton() {
	return (
		<div className="candid-skeleton" role="status">
			<span className="screen-reader-text">{ __( 'Loading the recordings…', 'candid' ) }</span>
			{ ROWS.map( ( width, index ) => (
				<div key={ index } className="candid-skeleton__row" aria-hidden="true">
					<span style={ { inlineSize: `${ width }%` } } />
				</div>
			) ) }
		</div>
	);
}
