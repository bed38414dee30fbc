import '@fontsource-variable/inter/wght.css';
import './shell/page.css';
import { mount } from 'svelte';
import App from './shell/App.svelte';
import { chooseLanguage } from './lang/lang.svelte';

await chooseLanguage();
mount(App, { target: document.getElementById('page')! });
