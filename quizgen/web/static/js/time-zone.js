// Chooses the device's own time zone where the server had nothing better to propose than UTC.
const select = document.querySelector('select[data-guess="zone"]');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (select && zone && [...select.options].some((option) => option.value === zone)) select.value = zone;
