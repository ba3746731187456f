import { Spinner } from '@wordpress/components';
import { forwardRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

interface SurveyFrameProps {
	/** Address of the page; null for one that cannot be shown here. */
	url: string | null;
	/** Names this opening of the page: another one loads it again. */
	turn: string;
	/** Whether the page has loaded and can be looked into. */
	isShown: boolean;
	/** Whether it has loaded and cannot. */
	isClosed: boolean;
	onLoad: () => void;
}

/** The page itself, or why it is not there. */
export const SurveyFrame = forwardRef< HTMLIFrameElement, SurveyFrameProps >( ( { url, turn, isShown, isClosed, onLoad }, ref ) => (
	<div className="candid-survey__page">
		{ url !== null && <iframe key={ turn } ref={ ref } src={ url } title={ __( 'Page of your site', 'candid' ) } onLoad={ onLoad } /> }
		{ url !== null && ! isShown && ! isClosed && (
			<p className="candid-survey__wait" role="status">
				<Spinner /> { __( 'Loading the page…', 'candid' ) }
			</p>
		) }
		{ ( isClosed || url === null ) && (
			<p className="candid-survey__wait">
				{ __( 'This page cannot be shown here: it has another domain than this admin area, it does not allow being shown in a frame, or it is part of the WordPress admin area.', 'candid' ) }
			</p>
		) }
	</div>
) );
SurveyFrame.displayName = 'SurveyFrame';
