import { configure } from '@testing-library/react';

// What is waited for comes late on a machine that does other things as well.
configure({ asyncUtilTimeout: 10_000 });
