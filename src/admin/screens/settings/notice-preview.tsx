import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../../contracts/generated/settings';
import { buildNotice } from '../../../notice/view';
import type { noticeText } from '../../text/notice-text';

interface NoticePreviewProps {
	look: Pick< Settings, 'notice_place' | 'notice_colors' >;
	/** The owner's words; empty ones are Candid's. */
	words: Settings[ 'notice_texts' ][ number ];
	own: ReturnType< typeof noticeText >;
	language: string;
}

/** The notice as visitors see it, built by the same code; its buttons do nothing here. */
export function NoticePreview( { look, words, own, language }: NoticePreviewProps ) {
	const frame = useRef< HTMLDivElement >( null );
	const { notice_place: place, notice_colors: colors } = look;
	const { title, text, accept, refuse } = words;
	useEffect( () => {
		const notice = { script: '', place, colors, language, title: title.trim() || own.title, text: text.trim() || own.text, accept: accept.trim() || own.accept, refuse: refuse.trim() || own.refuse, close: own.close, more: own.more, policy: '#' };
		const { host } = buildNotice( notice, { onAnswer: () => undefined, isPreview: true } );
		host.addEventListener( 'click', ( event ) => event.preventDefault() );
		frame.current?.replaceChildren( host );
	}, [ place, colors, language, title, text, accept, refuse, own ] );
	return (
		<figure className="candid-preview">
			<div ref={ frame } />
			<figcaption>
				{ colors === 'theme' ? __( 'Preview. On your site, the notice takes the colors and the font of your theme.', 'candid' ) : __( 'Preview', 'candid' ) }
			</figcaption>
		</figure>
	);
}
