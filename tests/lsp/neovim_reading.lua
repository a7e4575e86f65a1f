-- Run by tests/lsp/neovim_reading_test.cpp in a headless Neovim, in the folder of a handbook: jumps through an
-- include, then completes a link, and prints where the cursor came to and what the line became.

local page, include_line, link_line = arg_page, arg_include_line, arg_link_line

local function fail(message)
  io.stdout:write('failed: ' .. message .. '\n')
  vim.cmd('cquit 1')
end

local function wait_for(what, condition)
  if not vim.wait(20000, condition, 20) then fail(what .. ' did not come') end
end

vim.cmd('edit ' .. page)
local client = vim.lsp.start_client({cmd = {'rubric', 'lsp'}, root_dir = vim.fn.getcwd(), name = 'rubric'})
local buffer = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(buffer, client)
wait_for('the server', function() return (vim.lsp.get_client_by_id(client) or {}).initialized end)

vim.fn.search(include_line)
vim.fn.search('"', 'c', vim.fn.line('.'))
vim.cmd('normal! ll')
vim.lsp.buf.definition()
wait_for('the included file', function() return vim.api.nvim_get_current_buf() ~= buffer end)
io.stdout:write('jumped to ' .. vim.fn.fnamemodify(vim.fn.expand('%'), ':.') .. '\n')

vim.cmd('buffer ' .. buffer)
vim.api.nvim_buf_set_lines(buffer, -1, -1, false, {link_line})
vim.api.nvim_win_set_cursor(0, {vim.api.nvim_buf_line_count(buffer), #link_line - 1})
local params = vim.lsp.util.make_position_params()
params.position.character = #link_line
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/completion', params, 20000)
local list = answers and answers[client] and answers[client].result
if not list or #list.items == 0 then fail('no link was proposed') end
local edit = list.items[1].textEdit
vim.lsp.util.apply_text_edits({edit}, buffer, 'utf-16')
local lines = vim.api.nvim_buf_get_lines(buffer, -2, -1, false)
io.stdout:write('completed to ' .. lines[1] .. '\n')
vim.cmd('qall!')
