/**
 * Stands in for `ajv` and `ajv-formats`, with which the MCP SDK checks what a person answered to a server's question: our server
 * asks none.
 */
export default function noValidator() {}
