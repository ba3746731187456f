import { Path, SVG } from '@wordpress/components';

/** Signs of a player that WordPress' own icons do not have. */
export const play = (
	<SVG viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">
		<Path d="M8 5.5v13l11-6.5z" />
	</SVG>
);

export const pause = (
	<SVG viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">
		<Path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" />
	</SVG>
);

export const replay = (
	<SVG viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg">
		<Path d="M12 5V1.5L6.5 6 12 10.5V7a5.5 5.5 0 1 1-5.5 5.5h-2A7.5 7.5 0 1 0 12 5z" />
	</SVG>
);
