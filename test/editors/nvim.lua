-- Neovim opens a plan with the recipe of the documentation and asks what a planner asks; what it got is written down as JSON.
local trial = vim.fn.json_decode(vim.fn.readfile(vim.env.IPLAN_TRIAL))
local got = {}
local new = vim.fn.has('nvim-0.11') == 1

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function wait(what, until_so)
  assert(vim.wait(trial.patience, until_so, 20), 'no ' .. what)
end

local function place(word)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. word .. '\\>', 'c') > 0, word .. ' is not there')
  local at = vim.api.nvim_win_get_cursor(0)
  return { textDocument = { uri = vim.uri_from_bufnr(0) }, position = { line = at[1] - 1, character = at[2] + 1 } }
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, trial.patience), method .. ' was not answered')
  for _, answer in pairs(answers) do
    assert(not answer.error, vim.inspect(answer.error))
    return answer.result
  end
end

local function changed(what, act)
  local tick = vim.api.nvim_buf_get_changedtick(0)
  act()
  wait(what, function() return vim.api.nvim_buf_get_changedtick(0) ~= tick end)
end

local function try()
  vim.cmd('luafile ' .. vim.fn.fnameescape(new and trial.recipes[1] or trial.recipes[2]))
  vim.cmd('filetype on')
  vim.cmd('cd ' .. vim.fn.fnameescape(trial.root))
  vim.cmd('edit ' .. vim.fn.fnameescape(trial.file))
  wait('server', function() return clients()[1] ~= nil and clients()[1].server_capabilities ~= nil and clients()[1].initialized ~= false end)
  local can = clients()[1].server_capabilities
  wait('findings', function() return #vim.diagnostic.get(0) > 0 end)
  got.findings = vim.tbl_map(function(found) return found.code end, vim.diagnostic.get(0))
  got.hover = ask('textDocument/hover', place(trial.name)).contents.value
  local after = place(trial.name)
  got.completion = vim.tbl_map(function(item) return item.label end, (function(answer) return answer.items or answer end)(
    ask('textDocument/completion', vim.tbl_extend('error', after, { context = { triggerKind = 1 } }))
  ))
  local found = ask('textDocument/definition', place(trial.name))
  got.definition = (found[1] or found).targetUri or (found[1] or found).uri
  if can.documentFormattingProvider then
    changed('formatting', function()
      if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = trial.patience }) else vim.lsp.buf.formatting_sync({}, trial.patience) end
    end)
    got.formatted = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
  end
  if can.renameProvider then
    changed('renaming', function()
      place(trial.own)
      vim.lsp.buf.rename(trial.renamed)
    end)
    got.renamed = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
  end
  changed('mistake', function() vim.api.nvim_buf_set_lines(0, -1, -1, false, { trial.mistake }) end)
  wait('finding about the mistake', function()
    for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
      if diagnostic.code == trial.mistaken then return true end
    end
  end)
  got.mistake = true
end

local ok, why = xpcall(try, debug.traceback)
if not ok then got.error = why end
for _, client in pairs(clients()) do client.stop() end
got.ended = vim.wait(trial.patience, function() return next(clients()) == nil end, 20)
vim.fn.writefile({ vim.fn.json_encode(got) }, trial.got)
vim.cmd('qall!')
