import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/** Which keys do what. */
export function HelpDialog( { onClose }: { onClose: () => void } ) {
	const keys: Array< [ string[], string ] > = [
		[ [ __( 'Space', 'candid' ), 'K' ], __( 'Play or pause', 'candid' ) ],
		[ [ '←', '→' ], __( '5 seconds back or forward', 'candid' ) ],
		[ [ 'J', 'L' ], __( '10 seconds back or forward', 'candid' ) ],
		[ [ '0', '…', '9' ], __( 'Jump to 0%, 10%, … 90%', 'candid' ) ],
		[ [ '<', '>' ], __( 'Slower or faster', 'candid' ) ],
		[ [ 'S' ], __( 'Skip inactivity, on or off', 'candid' ) ],
		[ [ 'F' ], __( 'Full screen, on or off', 'candid' ) ],
		[ [ '?' ], __( 'This list', 'candid' ) ],
	];
	return (
		<Modal title={ __( 'Keyboard shortcuts', 'candid' ) } onRequestClose={ onClose } size="small">
			<dl className="candid-keys">
				{ keys.map( ( [ names, does ] ) => (
					<div key={ does } className="candid-keys__row">
						<dt>
							{ names.map( ( name ) => (
								<kbd key={ name }>{ name }</kbd>
							) ) }
						</dt>
						<dd>{ does }</dd>
					</div>
				) ) }
			</dl>
		</Modal>
	);
}
