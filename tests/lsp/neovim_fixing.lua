-- Run by tests/lsp/neovim_fixing_test.cpp in a headless Neovim, in the folder of a handbook: prints the findings
-- that the editor shows of a page, then applies the first preferred quick fix and prints the line that it changed.

local page = arg_page

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
wait_for('a finding', function() return #vim.diagnostic.get(buffer) > 0 end)

for _, found in ipairs(vim.diagnostic.get(buffer)) do
  io.stdout:write(string.format('shown %d:%d %s\n', found.lnum + 1, found.col + 1, found.code))
end

local found = vim.diagnostic.get(buffer)
local before = #found
local whole = {start = {line = 0, character = 0}, ['end'] = {line = vim.api.nvim_buf_line_count(buffer), character = 0}}
local params = {textDocument = vim.lsp.util.make_text_document_params(buffer), range = whole,
                context = {diagnostics = {}, only = {'quickfix'}}}
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 20000)
local actions = answers and answers[client] and answers[client].result or {}
local preferred = vim.tbl_filter(function(action) return action.isPreferred end, actions)[1]
if not preferred then fail('no fix was offered') end
vim.lsp.util.apply_workspace_edit(preferred.edit, 'utf-16')
local line = preferred.diagnostics[1].range.start.line
io.stdout:write('fixed ' .. vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1] .. '\n')
wait_for('the finding\'s end', function() return #vim.diagnostic.get(buffer) == before - 1 end)
io.stdout:write('gone\n')
vim.cmd('qall!')
