export { RecordingScreen } from './recording-screen';
