import { Icon } from '@wordpress/components';
import { _n, sprintf } from '@wordpress/i18n';
import { desktop, mobile, tablet } from '@wordpress/icons';
import type { Recording } from '../../../contracts/generated/recording';
import { clockOf, deviceName, exactTime, formatNumber, liveText, machineTime, spokenLength } from '../../text/describe-recording';

const DEVICE_ICON = { desktop, tablet, phone: mobile };

interface FactsProps {
	recording: Recording;
	/** The length the player has found, ms; null before it has. */
	length: number | null;
}

/** When, how long, on what, how many pages, in which language: one line. */
export function Facts( { recording, length }: FactsProps ) {
	const duration = length ?? recording.duration;
	return (
		<span className="candid-facts">
			{ recording.started > 0 && <time dateTime={ machineTime( recording.started ) }>{ exactTime( recording.started ) }</time> }
			<span>
				<span aria-hidden="true">{ clockOf( duration ) }</span>
				<span className="screen-reader-text">{ spokenLength( duration ) }</span>
			</span>
			<span>
				{
					/* translators: %s: number of pages. */
					sprintf( _n( '%s page', '%s pages', recording.pages, 'candid' ), formatNumber( recording.pages ) )
				}
			</span>
			<span className="candid-facts__device">
				<Icon icon={ DEVICE_ICON[ recording.device ] } size={ 18 } />
				{ deviceName( recording.device ) }, { recording.viewport[ 0 ] } × { recording.viewport[ 1 ] }
			</span>
			{ recording.language && <span>{ languageName( recording.language ) }</span> }
			{ recording.live && <span className="candid-facts__live">{ liveText() }</span> }
		</span>
	);
}

/** Name of a language in the language of wp-admin; the tag itself where the browser has no name. */
function languageName( tag: string ): string {
	try {
		return new Intl.DisplayNames( [ document.documentElement.lang || 'en' ], { type: 'language' } ).of( tag ) ?? tag;
	} catch {
		return tag;
	}
}
